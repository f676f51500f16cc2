package lianxin;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The addresses of the house, and how each is asked about somebody’s things (foreign.txt). */
record Addresses(MockMvc http, RequestMappingHandlerMapping handlers) {

    /** How one address is asked for what is not one's own. */
    record Row(String method, String path, boolean refused, boolean skipped, Map<String, String> fields) {

        static Row of(String line) {
            var words = line.split(" ");
            var fields = new TreeMap<String, String>();
            Arrays.stream(words).skip(3).map(w -> w.split("=", 2)).forEach(w -> fields.put(w[0], w[1]));
            return new Row(words[0], words[1], words[2].equals("!"), words[2].equals("skip"), fields);
        }

        String address() {
            return method + " " + path;
        }
    }

    /** Asks as the row says, with whatever {@code called} calls the things it names. */
    MvcResult ask(Row row, Map<String, String> called, String login) throws Exception {
        var path = row.path().replaceAll("\\{(\\w+):[^}]*(?:\\{[^}]*})?}", "{$1}");
        for (var field : row.fields().entrySet()) {
            path = path.replace("{" + field.getKey() + "}", value(field.getValue(), called));
        }
        var request = MockMvcRequestBuilders.request(HttpMethod.valueOf(row.method()), path)
                .header("Accept", "text/html")
                .with(user(login))
                .with(csrf());
        for (var field : row.fields().entrySet()) {
            if (!row.path().contains("{" + field.getKey())) {
                request = request.param(field.getKey(), value(field.getValue(), called));
            }
        }
        return http.perform(request).andReturn();
    }

    private static String value(String said, Map<String, String> called) {
        return said.startsWith(":") ? said.substring(1) : Objects.requireNonNull(called.get(said), said);
    }

    /** Every method and path of the house’s own handlers. */
    TreeSet<String> all() {
        var all = new TreeSet<String>();
        handlers.getHandlerMethods().forEach((mapping, handler) -> {
            if (handler.getBeanType().getName().startsWith("lianxin.")) {
                for (var method : mapping.getMethodsCondition().getMethods()) {
                    mapping.getPatternValues().forEach(path -> all.add(method + " " + path));
                }
            }
        });
        return all;
    }

    /** What foreign.txt says. */
    static List<Row> rows() throws IOException {
        return new ClassPathResource("lianxin/foreign.txt")
                .getContentAsString(StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(Row::of)
                .toList();
    }
}
