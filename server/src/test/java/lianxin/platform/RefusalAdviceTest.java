package lianxin.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.mock.web.MockHttpServletRequest;

/** A rule of the database that slips past every service still reaches people in its own words. */
@SpringBootTest
class RefusalAdviceTest {

    @Autowired
    RefusalAdvice advice;

    @ParameterizedTest
    @CsvSource({"zh, 一个编号只能属于一名干部", "en, A number belongs to one cadre"})
    void aBrokenRuleSpeaks(String language, String sentence) {
        var request = new MockHttpServletRequest("POST", "/api/cadres");
        request.addPreferredLocale(Locale.of(language));
        var broken =
                new PSQLException(new ServerErrorMessage("SERROR\0C23505\0Mduplicate key\0na_cadre_has_one_key\0\0"));

        var answer = (ResponseEntity<?>) advice.broken(new DataIntegrityViolationException("", broken), request);

        assertThat(answer.getStatusCode().value()).isEqualTo(PlatformRefusal.RULE_BROKEN.status());
        var problem = (ProblemDetail) answer.getBody();
        assertThat(problem.getDetail()).contains(sentence);
        assertThat(problem.getProperties()).containsEntry("rule", "a_cadre_has_one_key");
    }
}
