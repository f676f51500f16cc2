package lianxin.platform;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.pattern.CompositeConverter;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What goes into a log: no identity number, no telephone, and no line that somebody else’s words have broken off and begun anew. Stands around the
 * message and the exception in the pattern, so that a library’s lines are covered too.
 */
public final class Discreet extends CompositeConverter<ILoggingEvent> {

    /** Eighteen characters of GB 11643; the first six say where, the last four are what people read out. */
    private static final Pattern IDENTITY =
            Pattern.compile("(?<![0-9A-Za-z])([1-9]\\d{5})\\d{8}(\\d{3}[0-9Xx])(?![0-9A-Za-z])");

    private static final Pattern TELEPHONE =
            Pattern.compile("(?<![0-9A-Za-z.])(1[3-9]\\d)\\d{4}(\\d{4})(?![0-9A-Za-z])");

    /** Says in many lines, of its own making, why the house did not start. */
    private static final String WHY_IT_DID_NOT_START =
            "org.springframework.boot.diagnostics.LoggingFailureAnalysisReporter";

    /** Whatever a terminal or a reader of logs may take for the end of a line, or for an order. */
    private static final Pattern CONTROL =
            Pattern.compile("[\\p{Cntrl}\\u0085\\u2028\\u2029\\u202A-\\u202E\\u2066-\\u2069&&[^\\t]]");

    /** With the option {@code lines} a text of many lines, a trace, keeps them: each begins with a bar, as no first line of a log does. */
    @Override
    protected String transform(ILoggingEvent event, String text) {
        if ("lines".equals(getFirstOption())) {
            return barred(text);
        }
        return event.getLoggerName().equals(WHY_IT_DID_NOT_START) ? "\n" + barred(text) : discreet(text);
    }

    private static String barred(String text) {
        return text.strip().lines().map(line -> "  | " + discreet(line) + "\n").collect(Collectors.joining());
    }

    /** The same text as it may stand in one line of a log. */
    static String discreet(String text) {
        var numbers = TELEPHONE
                .matcher(IDENTITY.matcher(text).replaceAll("$1********$2"))
                .replaceAll("$1****$2");
        return CONTROL.matcher(numbers)
                .replaceAll(found -> "\\\\u%04x".formatted((int) found.group().charAt(0)));
    }
}
