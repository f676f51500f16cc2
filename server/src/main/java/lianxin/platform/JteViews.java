package lianxin.platform;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;

/** Shows the templates compiled from {@code src/main/jte}: view {@code room/name} is {@code room/name.jte}. */
@Component
class JteViews implements ViewResolver, Ordered {

    private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    public @Nullable View resolveViewName(String name, Locale locale) {
        return templates.hasTemplate(name + ".jte")
                ? (model, request, response) -> render(name, model, request, response)
                : null;
    }

    private void render(
            String name, @Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
            throws Exception {
        var output = new Utf8ByteOutput();
        templates.render(name + ".jte", ours(model), output);
        response.setContentType("text/html;charset=UTF-8");
        response.setContentLength(output.getContentLength());
        output.writeTo(response.getOutputStream());
    }

    /** Spring adds binding results; the templates take what the controller gave. */
    private static Map<String, Object> ours(@Nullable Map<String, ?> model) {
        var ours = new HashMap<String, Object>();
        if (model != null) {
            model.forEach((key, value) -> {
                if (!key.startsWith("org.springframework.")) {
                    ours.put(key, value);
                }
            });
        }
        return ours;
    }
}
