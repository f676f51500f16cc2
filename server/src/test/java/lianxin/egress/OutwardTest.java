package lianxin.egress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.core5.http.ContentType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Abuse case 18: addresses that lead inside. A server listens there the whole time and hears nothing. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OutwardTest {

    /** {@code PORT} is where the canary listens, on this machine’s loopback and on all its other addresses. */
    private static final List<String> HOSTILE = List.of(
            // this machine
            "http://127.0.0.1:PORT/",
            "http://127.0.0.1:PORT/add-checkpoint",
            "http://127.1:PORT/",
            "http://127.0.1:PORT/",
            "http://127.8.9.10:PORT/",
            "http://0:PORT/",
            "http://0.0.0.0:PORT/",
            "http://2130706433:PORT/",
            "http://017700000001:PORT/",
            "http://0x7f000001:PORT/",
            "http://0x7f.0.0.1:PORT/",
            "http://0x7f.1:PORT/",
            "http://0177.0.0.1:PORT/",
            "http://0177.1:PORT/",
            "http://127.0.0.01:PORT/",
            "http://127.0.0.1.:PORT/",
            "http://%31%32%37.0.0.1:PORT/",
            "http://１２７.0.0.1:PORT/",
            "http://①②⑦.⓪.⓪.①:PORT/",
            "http://127。0。0。1:PORT/",
            "http://localhost:PORT/",
            "http://LOCALHOST:PORT/",
            "http://localhost.:PORT/",
            "http://a.localhost:PORT/",
            "http://ip6-localhost:PORT/",
            "http://[::1]:PORT/",
            "http://[0:0:0:0:0:0:0:1]:PORT/",
            "http://[::]:PORT/",
            "http://[::ffff:127.0.0.1]:PORT/",
            "http://[::ffff:7f00:1]:PORT/",
            "http://[::127.0.0.1]:PORT/",
            "http://[64:ff9b::127.0.0.1]:PORT/",
            "http://[64:ff9b:1::7f00:1]:PORT/",
            "http://[2002:7f00:1::]:PORT/",
            "http://[2001:0:7f00:1::]:PORT/",
            "http://[fe80::1]:PORT/",
            "http://[fe80::1%25lo]:PORT/",
            "http://[fc00::1]:PORT/",
            "http://[fd12:3456:789a::1]:PORT/",
            "http://[ff02::1]:PORT/",
            "http://[2001:db8::1]:PORT/",
            // the network it stands in, and a cloud's own services
            "http://10.0.0.1/",
            "http://10.255.255.255/",
            "http://172.16.0.1/",
            "http://172.31.255.254/",
            "http://192.168.1.1/",
            "http://100.64.0.1/",
            "http://100.100.100.200/latest/meta-data/",
            "http://169.254.169.254/latest/meta-data/",
            "http://169.254.0.23/",
            "http://[fd00:ec2::254]/latest/meta-data/",
            "http://2852039166/latest/meta-data/",
            "http://0xA9FEA9FE/",
            "http://192.0.0.192/",
            "http://198.18.0.1/",
            "http://224.0.0.1/",
            "http://255.255.255.255/",
            "http://240.0.0.1/",
            // names that lead inside
            "http://inside.example.cn:PORT/",
            "http://metadata.example.cn/",
            "http://both-inside.example.cn:PORT/",
            "http://localhost.localdomain:PORT/",
            // two readings of one address
            "http://witness.example.cn@127.0.0.1:PORT/",
            "http://witness.example.cn:80@127.0.0.1:PORT/",
            "http://127.0.0.1:PORT@witness.example.cn/",
            "http://witness_example.cn:PORT/",
            "http://-witness.example.cn:PORT/",
            // other ways than the web
            "file:///etc/passwd",
            "file://127.0.0.1/etc/passwd",
            "gopher://127.0.0.1:PORT/_POST",
            "ftp://127.0.0.1:PORT/",
            "jar:http://127.0.0.1:PORT/a.jar!/",
            "dict://127.0.0.1:PORT/",
            "ldap://127.0.0.1:PORT/",
            "data:text/plain,hello",
            "//127.0.0.1:PORT/",
            "/relative",
            "http:///nobody",
            "http://",
            "https:127.0.0.1");

    private final AtomicInteger heard = new AtomicInteger();
    private final AtomicInteger asked = new AtomicInteger();
    private HttpServer canary;

    /** What a hostile owner of names would answer. */
    private final DnsResolver names = new DnsResolver() {
        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            return switch (host) {
                case "inside.example.cn" -> addresses("127.0.0.1");
                case "metadata.example.cn" -> addresses("169.254.169.254");
                case "both-inside.example.cn" -> addresses("10.1.2.3", "::1");
                case "rebound.example.cn" -> addresses(asked.getAndIncrement() == 0 ? "1.1.1.1" : "127.0.0.1");
                default -> InetAddress.getAllByName(host);
            };
        }

        @Override
        public String resolveCanonicalHostname(String host) {
            return host;
        }
    };

    private static InetAddress[] addresses(String... all) throws UnknownHostException {
        var addresses = new InetAddress[all.length];
        for (var i = 0; i < all.length; i++) {
            addresses[i] = InetAddress.getByName(all[i]);
        }
        return addresses;
    }

    @BeforeAll
    void aServerThatShouldHearNothing() throws IOException {
        canary = HttpServer.create(new InetSocketAddress("0.0.0.0", 0), 0);
        canary.createContext("/", exchange -> {
            heard.incrementAndGet();
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        canary.start();
    }

    @AfterAll
    void stop() {
        canary.stop(0);
    }

    @AfterEach
    void nothingWasHeard() {
        assertThat(heard.getAndSet(0)).isZero();
    }

    Stream<String> hostile() {
        return HOSTILE.stream();
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void isRefusedEvenWhereSomebodyAllowedIt(String address) {
        assertRefused(new Outward(new EgressSettings(Set.of(), List.of()), names), address);
        var careless = new Outward(new EgressSettings(Set.of(), List.of()), names);
        try {
            careless.allow(URI.create(address.replace("PORT", port())));
        } catch (IllegalArgumentException e) {
            return; // cannot be allowed at all
        }
        assertRefused(careless, address);
        assertRefused(careless, address); // a name may answer otherwise the second time
    }

    @Test
    void aNameThatAnswersOtherwiseTheSecondTimeIsLookedAtEachTime() throws UnknownHostException {
        var checked = new Checked(names, new Inside(List.of()));
        assertThat(checked.resolve("rebound.example.cn")).containsExactly(addresses("1.1.1.1"));
        assertThatThrownBy(() -> checked.resolve("rebound.example.cn")).hasMessageContaining("lianxin.egress.inside");
    }

    @Test
    void theTableIsLong() {
        assertThat(HOSTILE).hasSizeGreaterThanOrEqualTo(60).doesNotHaveDuplicates();
    }

    @Test
    void whatTheOperatorNamedIsCalledAndARedirectIsNotFollowed() throws IOException {
        var server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/", exchange -> {
            exchange.getResponseHeaders().set("Location", "http://127.0.0.1:" + port() + "/");
            exchange.sendResponseHeaders(307, -1);
            exchange.close();
        });
        server.start();
        try {
            var outward = OutwardToHere.outward();
            var to = URI.create(
                    "http://127.0.0.1:%d/".formatted(server.getAddress().getPort()));
            assertThatThrownBy(() -> post(outward, to))
                    .isInstanceOf(Forbidden.class)
                    .hasMessageContaining("lianxin.egress.allow");
            outward.allow(to);
            assertThat(post(outward, to).status()).isEqualTo(307);
        } finally {
            server.stop(0);
        }
    }

    @Test
    void anAnswerWithoutEndIsNotReadToIt() throws IOException {
        var server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            var piece = new byte[1 << 16];
            try (var out = exchange.getResponseBody()) {
                for (var i = 0; i < 1_000; i++) {
                    out.write(piece);
                }
            } catch (IOException e) {
                // hung up, as it should
            }
        });
        server.start();
        try {
            var outward = OutwardToHere.outward();
            var to = URI.create(
                    "http://127.0.0.1:%d/".formatted(server.getAddress().getPort()));
            outward.allow(to);
            assertThatThrownBy(() -> post(outward, to)).hasMessageContaining("too great length");
        } finally {
            server.stop(0);
        }
    }

    private String port() {
        return Integer.toString(canary.getAddress().getPort());
    }

    private void assertRefused(Outward outward, String address) {
        assertThatThrownBy(() -> post(outward, URI.create(address.replace("PORT", port()))))
                .isInstanceOfAny(IOException.class, IllegalArgumentException.class);
    }

    private static Outward.Answer post(Outward outward, URI to) throws IOException {
        return outward.post(to, ContentType.TEXT_PLAIN, "hello", Map.of());
    }
}
