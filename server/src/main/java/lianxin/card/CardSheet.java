package lianxin.card;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import lianxin.platform.Words;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Cards on paper: A6, one page a card, Chinese text, ready for the printer. */
@Component
class CardSheet {

    private final Settings settings;
    private final byte[] font;
    private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);

    CardSheet(Settings settings) throws IOException {
        this.settings = settings;
        this.font = new ClassPathResource("fonts/noto-sans-sc/NotoSansSC-Medium.ttf").getContentAsByteArray();
    }

    void write(List<Cards.Face> faces, String village, Words words, OutputStream out) {
        var html = new StringOutput();
        templates.render(
                "card/print.jte",
                Map.of("faces", faces, "village", village, "words", words, "qr", (Function<Card, String>) this::qr),
                html);
        try {
            new PdfRendererBuilder()
                    .useFont(this::font, "Noto Sans SC", 500, FontStyle.NORMAL, true)
                    .useUriResolver((base, uri) -> uri.startsWith("data:") ? uri : null) // a card fetches nothing
                    .withProducer("Lianxin")
                    .withHtmlContent(html.toString(), null)
                    .toStream(out)
                    .run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The address of the household's page. */
    private String address(Card card) {
        return settings.publicUrl() + "/h/" + card.code();
    }

    /** The same as a picture to scan. */
    private String qr(Card card) {
        return QrCode.dataUri(address(card));
    }

    private InputStream font() {
        return new ByteArrayInputStream(font);
    }

    /**
     * What a deployment decides about cards.
     *
     * @param publicUrl address under which villagers reach this system, without a slash at the end
     */
    @ConfigurationProperties("lianxin.card")
    record Settings(String publicUrl) {}
}
