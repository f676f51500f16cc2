package lianxin.phone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;
import lianxin.Browser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The modules of the field app, each tried in the browser by the {@code *.test.js} beside this test's resources. */
class FieldModulesTest {

    static FieldServer server;
    static Browser browser;

    @BeforeAll
    static void open() throws IOException {
        server = new FieldServer();
        browser = Browser.onAPhone("zh-CN");
        browser.page().setDefaultTimeout(300_000);
        browser.page().navigate(server.at("/t/run.html"));
    }

    @AfterAll
    static void close() {
        browser.close();
        server.close();
    }

    @TestFactory
    Stream<DynamicContainer> modules() throws IOException {
        try (var files = Files.list(FieldServer.TESTS)) {
            var names = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".test.js"))
                    .sorted()
                    .toList();
            assertThat(names).isNotEmpty();
            return names.stream().map(name -> DynamicContainer.dynamicContainer(name, tests(name)));
        }
    }

    /** Each assertion's name is a sentence, and its failure says what was otherwise. */
    private static Stream<DynamicTest> tests(String file) {
        @SuppressWarnings("unchecked")
        var sentences = (List<String>)
                browser.page().evaluate("async file => Object.keys((await import('/t/' + file)).default)", file);
        assertThat(sentences).isNotEmpty();
        return sentences.stream()
                .map(sentence -> DynamicTest.dynamicTest(
                        sentence,
                        () -> assertThat(browser.page()
                                        .evaluate(
                                                "([file, sentence]) => import('/t/' + file).then(m => m.default[sentence]())"
                                                        + ".then(() => 'holds', e => e.stack)",
                                                List.of(file, sentence)))
                                .isEqualTo("holds")));
    }
}
