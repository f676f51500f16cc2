package lianxin.signin;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import jakarta.servlet.http.Cookie;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** Somebody with a browser: keeps the cookies he is given and comes from one address. */
final class Visitor {

    private final MockMvc http;
    private final String address;
    final Map<String, Cookie> cookies = new LinkedHashMap<>();

    Visitor(MockMvc http, String address) {
        this.http = http;
        this.address = address;
    }

    MockHttpServletResponse get(String path) throws Exception {
        return ask(HttpMethod.GET, path);
    }

    /** {@code fields}: name, value, name, value. */
    MockHttpServletResponse post(String path, String... fields) throws Exception {
        return ask(HttpMethod.POST, path, fields);
    }

    MockHttpServletResponse signIn(String login, String password) throws Exception {
        return post("/sign-in", "username", login, "password", password);
    }

    private MockHttpServletResponse ask(HttpMethod method, String path, String... fields) throws Exception {
        var request = MockMvcRequestBuilders.request(method, path)
                .header("Accept", "text/html")
                .header("User-Agent", "visitor")
                .with(csrf())
                .with(r -> {
                    r.setRemoteAddr(address);
                    return r;
                });
        if (!cookies.isEmpty()) {
            request = request.cookie(cookies.values().toArray(Cookie[]::new));
        }
        for (var i = 0; i < fields.length; i += 2) {
            request = request.param(fields[i], fields[i + 1]);
        }
        var response = http.perform(request).andReturn().getResponse();
        for (var cookie : response.getCookies()) {
            cookies.put(cookie.getName(), cookie);
        }
        return response;
    }
}
