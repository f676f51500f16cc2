package lianxin.filing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.StreamSupport;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What the program is made of: the CycloneDX list the build puts into it. Empty when it was not built by Maven. */
@Component
class Components {

    private static final String SBOM = "META-INF/sbom/application.cdx.json";

    private final JsonMapper json;

    Components(JsonMapper json) {
        this.json = json;
    }

    /** Each as {@code name version}. */
    List<String> all() {
        var file = new ClassPathResource(SBOM);
        if (!file.exists()) {
            return List.of();
        }
        try (var in = file.getInputStream()) {
            return StreamSupport.stream(json.readTree(in).path("components").spliterator(), false)
                    .map(part -> part.path("name").asString() + " "
                            + part.path("version").asString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
