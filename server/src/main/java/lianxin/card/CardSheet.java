package lianxin.card;

import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import lianxin.platform.Paper;
import lianxin.platform.Words;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.stereotype.Component;

/** Cards on paper: A6, one page a card, Chinese text, ready for the printer. */
@Component
class CardSheet {

    private final Settings settings;
    private final Paper paper;

    CardSheet(Settings settings, Paper paper) {
        this.settings = settings;
        this.paper = paper;
    }

    void write(List<Cards.Face> faces, String village, Words words, OutputStream out) {
        paper.print(
                "card/print.jte",
                Map.of("faces", faces, "village", village, "words", words, "qr", (Function<Card, String>) this::qr),
                out);
    }

    /** The address of the household's page. */
    private String address(Card card) {
        return settings.publicUrl() + "/h/" + card.code();
    }

    /** The same as a picture to scan. */
    private String qr(Card card) {
        return QrCode.dataUri(address(card));
    }

    /**
     * What a deployment decides about cards.
     *
     * @param publicUrl address under which villagers reach this system, without a slash at the end
     */
    @ConfigurationProperties("lianxin.card")
    record Settings(String publicUrl) {}
}
