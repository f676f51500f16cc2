package lianxin.egress;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.security.web.util.matcher.IpAddressMatcher;

/**
 * Tells the internet from everything else: this machine, the network it stands in, a cloud’s own services, and what leads there by translation. IANA’s
 * registries of special-purpose addresses (RFC 6890 and what followed).
 */
final class Inside {

    private static final List<IpAddressMatcher> NOT_THE_INTERNET = matchers(Stream.of(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/4",
            "240.0.0.0/4"));

    /** All of the internet of version 6 that has been given out. */
    private static final IpAddressMatcher GLOBAL_6 = new IpAddressMatcher("2000::/3");

    /** Of that, what carries an older address inside (6to4, Teredo), is for books, or for tests. */
    private static final List<IpAddressMatcher> NOT_THE_INTERNET_6 =
            matchers(Stream.of("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20"));

    private final List<IpAddressMatcher> own;

    Inside(List<String> own) {
        this.own = matchers(own.stream());
    }

    boolean mayBeCalled(InetAddress address) {
        var written = address.getHostAddress().replaceFirst("%.*", "");
        return own.stream().anyMatch(network -> network.matches(written))
                || (address instanceof Inet6Address ? onTheInternet6(written) : onTheInternet(written));
    }

    private static boolean onTheInternet(String address) {
        return NOT_THE_INTERNET.stream().noneMatch(network -> network.matches(address));
    }

    private static boolean onTheInternet6(String address) {
        return GLOBAL_6.matches(address) && NOT_THE_INTERNET_6.stream().noneMatch(network -> network.matches(address));
    }

    private static List<IpAddressMatcher> matchers(Stream<String> networks) {
        return networks.map(IpAddressMatcher::new).toList();
    }
}
