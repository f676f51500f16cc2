package lianxin.demo;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import lianxin.access.Caller;
import lianxin.benefits.Benefits;
import lianxin.pairing.Pairings;
import lianxin.platform.Words;
import lianxin.registry.Household;
import lianxin.registry.Households;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** One sheet of invented subsidies to one village, as an office would bring it in. */
@Component
@ConditionalOnProperty("lianxin.demo.enabled")
class Sendings {

    private static final int FAMILIES = 12;

    private final Benefits benefits;
    private final Households households;
    private final MessageSource messages;

    Sendings(Benefits benefits, Households households, MessageSource messages) {
        this.benefits = benefits;
        this.households = households;
        this.messages = messages;
    }

    /** Brings it in once. */
    void make(long village, LocalDate day, Caller office) {
        if (!benefits.batches(office).isEmpty()) {
            return; // begun anew
        }
        var homes = households.inVillage(village, day, Pairings.FIRST, FAMILIES);
        var sheet = new StringBuilder("户号,类别,政策或项目,金额,发放日期\n");
        for (var home : homes) {
            sheet.append(line(home, day));
        }
        try (var file = new ByteArrayInputStream(sheet.toString().getBytes(StandardCharsets.UTF_8))) {
            var batch = benefits.read("耕地地力保护补贴.csv", "县农财〔2026〕3号", file, new Words(messages, Locale.CHINESE), office);
            benefits.keep(batch, office);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String line(Household home, LocalDate day) {
        return String.join(
                        ",",
                        List.of(
                                home.key(),
                                "补贴",
                                "耕地地力保护补贴",
                                Integer.toString(120 * home.size()),
                                day.minusDays(20).toString()))
                + "\n";
    }
}
