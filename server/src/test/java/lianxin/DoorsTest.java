package lianxin;

import static org.assertj.core.api.Assertions.assertThat;

import lianxin.access.Needs;
import lianxin.access.Open;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Nobody comes in without a rule that lets him. */
@SpringBootTest
@AutoConfigureMockMvc
class DoorsTest {

    @Autowired
    MockMvcTester http;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping handlers;

    @Test
    void everyHandlerSaysWhatItNeeds() {
        assertThat(handlers.getHandlerMethods().values())
                .filteredOn(handler -> handler.getBeanType().getName().startsWith("lianxin."))
                .allSatisfy(handler -> assertThat(
                                handler.hasMethodAnnotation(Needs.class) ^ handler.hasMethodAnnotation(Open.class))
                        .as("%s needs @Needs or @Open", handler)
                        .isTrue());
    }

    @Test
    void aStrangerIsShownTheDoor() {
        assertThat(http.get().uri("/"))
                .hasStatus3xxRedirection()
                .redirectedUrl()
                .endsWith("/sign-in");
        assertThat(http.get().uri("/sign-in").header("Accept", "text/html"))
                .hasStatusOk()
                .bodyText()
                .contains("登录");
        assertThat(http.get().uri("/sign-in?lang=en").header("Accept", "text/html"))
                .hasStatusOk()
                .bodyText()
                .contains("Sign in");
    }
}
