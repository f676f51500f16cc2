package lianxin.platform;

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
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** What is made to be printed: a template becomes a PDF with Chinese text in it. */
@Component
public class Paper {

    private final byte[] font;
    private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);

    Paper() throws IOException {
        this.font = new ClassPathResource("fonts/noto-sans-sc/NotoSansSC-Medium.ttf").getContentAsByteArray();
    }

    /** Fills {@code template} and writes it as a PDF. Paper fetches nothing: pictures stand in the template as data. */
    public void print(String template, Map<String, Object> model, OutputStream out) {
        var html = new StringOutput();
        templates.render(template, model, html);
        try {
            new PdfRendererBuilder()
                    .useFont(this::font, "Noto Sans SC", 500, FontStyle.NORMAL, true)
                    .useUriResolver((base, uri) -> uri.startsWith("data:") ? uri : null)
                    .withProducer("Lianxin")
                    .withHtmlContent(html.toString(), null)
                    .toStream(out)
                    .run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private InputStream font() {
        return new ByteArrayInputStream(font);
    }
}
