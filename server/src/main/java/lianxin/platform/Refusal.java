package lianxin.platform;

import java.net.URI;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/**
 * A refusal we can explain to the person who asked; anything else that goes wrong is a defect and becomes a 500.
 *
 * <p>The words are in the message bundles: {@code refusal.CODE.title} (what) and {@code refusal.CODE} (where and what to do, with the
 * arguments given to {@link Kind#because}). Programs receive RFC 9457 {@code application/problem+json} with type {@code /problems/CODE}.
 */
public final class Refusal extends ErrorResponseException {

    private final Kind kind;

    private Refusal(Kind kind, Object... args) {
        super(
                HttpStatusCode.valueOf(kind.status()),
                body(kind),
                null,
                "refusal." + kind.code(),
                args.length == 0 ? null : args);
        this.kind = kind;
    }

    /** The entry of the catalogue this refusal is an instance of. */
    public Kind kind() {
        return kind;
    }

    /** Adds a fact the client may act on; it appears as a top-level member of the response. Never another person's data. */
    public Refusal with(String fact, Object value) {
        getBody().setProperty(fact, value);
        return this;
    }

    @Override
    public String getTitleMessageCode() {
        return "refusal." + kind.code() + ".title";
    }

    private static ProblemDetail body(Kind kind) {
        var body = ProblemDetail.forStatus(kind.status());
        body.setType(URI.create("/problems/" + kind.code()));
        return body;
    }

    /** One entry in a room's catalogue of refusals: the HTTP status and a code that is public and permanent. */
    public record Kind(int status, String code) {

        /** A refusal of this kind; {@code args} fill {@code {0}}, {@code {1}} … of the message {@code refusal.CODE}. */
        public Refusal because(Object... args) {
            return new Refusal(this, args);
        }
    }
}
