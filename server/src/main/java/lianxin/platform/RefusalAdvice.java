package lianxin.platform;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.postgresql.util.PSQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.context.MessageSource;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.multipart.MultipartException;

/** Turns whatever went wrong into an answer: a page for people, {@code application/problem+json} for programs. */
@ControllerAdvice
@Order(0)
class RefusalAdvice {

    private static final Logger log = LoggerFactory.getLogger(RefusalAdvice.class);

    /** Seconds after which whoever was told to come again may; a phone adds by chance as many. */
    private static final String SOON = "2";

    private static final String LOCK_NOT_AVAILABLE = "55P03";
    private static final String IDLE_IN_TRANSACTION = "25P03";

    private final PageMaker pages;
    private final MessageSource messages;

    RefusalAdvice(PageMaker pages, MessageSource messages) {
        this.pages = pages;
        this.messages = messages;
    }

    @ExceptionHandler
    Object refused(Refusal refusal, HttpServletRequest request, HttpServletResponse response) {
        if (wantsPage(request)) { // whoever reads a page is told by its headers too when to come again
            refusal.getHeaders().toSingleValueMap().forEach(response::setHeader);
        }
        return answer(refusal, request);
    }

    /** A broken constraint: the database keeps a rule, and the rule's name is the sentence. */
    @ExceptionHandler
    Object broken(DataIntegrityViolationException e, HttpServletRequest request) {
        var rule = rule(e);
        log.info("Rule {} refused a change at {}; nothing was kept", rule, request.getRequestURI());
        return answer(
                PlatformRefusal.RULE_BROKEN.because(sentence(rule, request)).with("rule", rule), request);
    }

    /** Somebody else holds what it needs, or two held what the other needed: whoever tries again soon has it. */
    @ExceptionHandler
    Object busy(PessimisticLockingFailureException e, HttpServletRequest request, HttpServletResponse response) {
        return comeAgain(PlatformRefusal.BUSY, request, response);
    }

    /** The database has no connection free, is too slow, or gone for the moment. Whether a deed was kept is not known when that happened as it was committed. */
    @ExceptionHandler({
        QueryTimeoutException.class,
        DataAccessResourceFailureException.class,
        CannotCreateTransactionException.class,
        TransactionSystemException.class
    })
    Object notNow(Exception e, HttpServletRequest request, HttpServletResponse response) {
        return comeAgain(PlatformRefusal.NOT_NOW, request, response);
    }

    /** What Spring has no name for: PostgreSQL’s own states. */
    @ExceptionHandler
    Object unnamed(UncategorizedSQLException e, HttpServletRequest request, HttpServletResponse response)
            throws Exception {
        var cause = e.getSQLException();
        return switch (cause == null ? "" : Objects.requireNonNullElse(cause.getSQLState(), "")) {
            case LOCK_NOT_AVAILABLE -> comeAgain(PlatformRefusal.BUSY, request, response);
            case IDLE_IN_TRANSACTION -> comeAgain(PlatformRefusal.NOT_NOW, request, response);
            default -> defect(e, request);
        };
    }

    private Object comeAgain(Refusal.Kind why, HttpServletRequest request, HttpServletResponse response) {
        log.info(
                "{}: the database kept it waiting too long ({}), it may try again",
                request.getRequestURI(),
                why.code());
        var refusal = why.because();
        refusal.getHeaders().set(HttpHeaders.RETRY_AFTER, SOON);
        return refused(refusal, request, response);
    }

    /** A field or a piece of the address that is not what it should be: a date, a number, an identity. */
    @ExceptionHandler
    Object malformed(TypeMismatchException e, HttpServletRequest request) {
        return answer(
                NestedExceptionUtils.getMostSpecificCause(e) instanceof Refusal refusal
                        ? refusal
                        : PlatformRefusal.MALFORMED.because(),
                request);
    }

    /** JSON that is none, or has members nobody named. */
    @ExceptionHandler
    Object unreadable(HttpMessageNotReadableException e, HttpServletRequest request) {
        return answer(PlatformRefusal.MALFORMED.because(), request);
    }

    @ExceptionHandler
    Object defect(Exception e, HttpServletRequest request) throws Exception {
        if (e instanceof ErrorResponse known) {
            return answer(inOurWords(known), request);
        }
        if (e instanceof MultipartException) {
            return answer(PlatformRefusal.MALFORMED.because(), request);
        }
        if (e instanceof org.springframework.security.core.AuthenticationException
                || e instanceof org.springframework.security.access.AccessDeniedException) {
            throw e; // the security filters answer
        }
        var incident = UUID.randomUUID().toString().substring(0, 8);
        log.error(
                "Incident {} at {}; the caller was given this number, a developer must look",
                incident,
                request.getRequestURI(),
                e);
        return answer(PlatformRefusal.DEFECT.because(incident).with("incident", incident), request);
    }

    /** What the framework refuses by itself it says in English, and in its own terms. */
    private static ErrorResponse inOurWords(ErrorResponse refused) {
        return switch (refused.getStatusCode().value()) {
            case 404, 405 -> PlatformRefusal.NOTHING_HERE.because();
            case 413 -> PlatformRefusal.TOO_LARGE.because();
            case 400, 406, 415 -> PlatformRefusal.MALFORMED.because();
            default -> refused;
        };
    }

    private Object answer(ErrorResponse response, HttpServletRequest request) {
        var page = pages.of(request);
        var body = response.updateAndGetBody(messages, page.words().locale());
        if (wantsPage(request)) {
            var view = page.titled(Objects.requireNonNullElse(body.getTitle(), ""))
                    .show("platform/refused", Map.of("problem", body));
            view.setStatus(response.getStatusCode());
            return view;
        }
        var headers = new HttpHeaders(response.getHeaders());
        headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        return new ResponseEntity<>(body, headers, response.getStatusCode());
    }

    private static boolean wantsPage(HttpServletRequest request) {
        var accept = request.getHeader(HttpHeaders.ACCEPT);
        return !request.getRequestURI().startsWith("/api/")
                && accept != null
                && accept.contains(MediaType.TEXT_HTML_VALUE);
    }

    private String sentence(String rule, HttpServletRequest request) {
        return Objects.requireNonNull(messages.getMessage(
                "rule." + rule,
                null,
                rule.replace("_", " "),
                pages.of(request).words().locale()));
    }

    private static String rule(DataIntegrityViolationException e) {
        var message = NestedExceptionUtils.getMostSpecificCause(e) instanceof PSQLException cause
                ? cause.getServerErrorMessage()
                : null;
        var constraint = message == null ? null : message.getConstraint();
        return constraint == null ? "unnamed_rule" : constraint;
    }
}
