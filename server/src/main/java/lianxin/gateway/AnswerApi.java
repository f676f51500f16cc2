package lianxin.gateway;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import lianxin.access.AtMost;
import lianxin.access.Open;
import lianxin.egress.Signature;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Where the provider brings answers. The body is read as it came, for that is what was signed. */
@RestController
class AnswerApi {

    private static final int MOST_BYTES = 4096;

    private final Answers answers;

    AnswerApi(Answers answers) {
        this.answers = answers;
    }

    @PostMapping("/gateway/answers")
    @AtMost(perMinute = 600)
    @Open(because = "the provider’s signature is asked for")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void take(
            @RequestHeader(name = "webhook-id", defaultValue = "") String id,
            @RequestHeader(name = "webhook-timestamp", defaultValue = "") String at,
            @RequestHeader(name = "webhook-signature", defaultValue = "") String signature,
            HttpServletRequest request)
            throws IOException {
        var body = request.getInputStream().readNBytes(MOST_BYTES + 1);
        if (body.length > MOST_BYTES) {
            throw GatewayRefusal.UNREADABLE.because();
        }
        answers.take(new Signature.Of(id, at, signature), new String(body, StandardCharsets.UTF_8));
    }
}
