package lianxin.embedded;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Says why nothing started, and what to do, in two lines instead of a stack trace. */
@Order(Ordered.HIGHEST_PRECEDENCE)
class PlainReporter implements SpringBootExceptionReporter {

    @Override
    @SuppressWarnings("SystemOut") // the terminal is the reader; a log line would bury it
    public boolean reportException(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            var told = understood(cause);
            if (told != null) {
                System.err.printf("%n%s%n%s%n", told.getMessage(), told.remedy());
                return true;
            }
        }
        return false;
    }

    /** A server of the operator's own may be down, unknown or closed to us; that too is his to mend, not a defect. */
    private static @Nullable NotStarted understood(Throwable cause) {
        if (cause instanceof SQLException refused && refused.getSQLState() != null) {
            return switch (refused.getSQLState().substring(0, 2)) {
                case "08", "28", "3D" -> NotStarted.because("elsewhere", String.valueOf(refused.getMessage()));
                default -> null;
            };
        }
        return cause instanceof NotStarted told ? told : null;
    }
}
