package lianxin.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import lianxin.platform.Words;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ReloadableResourceBundleMessageSource;

class ProgressTest {

    Instant now = Instant.parse("2026-11-23T00:00:00Z");
    final ByteArrayOutputStream terminal = new ByteArrayOutputStream();

    @Test
    void itSaysHowFarHowFastAndHowLong() {
        var progress = progress(true);
        progress.begin("demo.step.HOUSEHOLDS");
        now = now.plusSeconds(10);
        progress.at(25_000, 100_000);
        progress.at(25_001, 100_000); // too soon to say it again
        assertThat(told())
                .contains("25,000 of 100,000, 2,500 a second, 30 s to go")
                .doesNotContain("25,001");
        now = now.plusSeconds(30);
        progress.end("100000");
        assertThat(told()).contains("100000  in 40.0 s");
    }

    @Test
    void withoutATerminalOnlyBeginningsAndEndsAreTold() {
        var progress = progress(false);
        progress.begin("demo.step.HOUSEHOLDS");
        now = now.plusSeconds(10);
        progress.at(25_000, 100_000);
        progress.end(null);
        assertThat(told()).isEqualTo("Making households ...%nMaking households  in 10.0 s          %n".formatted());
    }

    @Test
    void nothingDoneYetTellsNoTime() {
        var progress = progress(true);
        progress.begin("demo.step.HOUSEHOLDS");
        progress.at(0, 0);
        assertThat(told()).contains("– s to go");
    }

    private Progress progress(boolean live) {
        var texts = new ReloadableResourceBundleMessageSource();
        texts.setBasename("classpath:messages/demo");
        texts.setDefaultEncoding("UTF-8");
        texts.setAlwaysUseMessageFormat(true);
        return new Progress(
                new PrintStream(terminal, true, StandardCharsets.UTF_8),
                () -> now,
                new Words(texts, Locale.ENGLISH),
                live,
                () -> {});
    }

    private String told() {
        return terminal.toString(StandardCharsets.UTF_8);
    }
}
