package lianxin.embedded;

import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Says why nothing started, and what to do, in two lines instead of a stack trace. */
@Order(Ordered.HIGHEST_PRECEDENCE)
class PlainReporter implements SpringBootExceptionReporter {

    @Override
    @SuppressWarnings("SystemOut") // the terminal is the reader; a log line would bury it
    public boolean reportException(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof NotStarted told) {
                System.err.printf("%n%s%n%s%n", told.getMessage(), told.remedy());
                return true;
            }
        }
        return false;
    }
}
