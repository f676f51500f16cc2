package lianxin.egress;

import java.net.URI;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A server as an address names it: scheme, host and port, spelled the one way they can be compared. Whatever could be read in two ways is refused,
 * since what reads it here and what connects there might not agree.
 */
record Origin(String scheme, String host, int port) {

    /** Names whose last label begins with a letter: no {@code 0x7f.1}, no {@code 2130706433}, nothing that a resolver may take for a number. */
    private static final Pattern NAME =
            Pattern.compile("(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)*[a-z]([a-z0-9-]{0,61}[a-z0-9])?");

    private static final String OCTET = "(0|[1-9]\\d?|1\\d\\d|2[0-4]\\d|25[0-5])";
    private static final Pattern IPV4 = Pattern.compile(OCTET + "(\\." + OCTET + "){3}");
    private static final Pattern IPV6 = Pattern.compile("\\[[0-9a-f:.]+]");

    /** @throws Forbidden when it is no plain http or https address */
    static Origin of(URI address) throws Forbidden {
        var scheme = Objects.requireNonNullElse(address.getScheme(), "").toLowerCase(Locale.ROOT);
        if (!scheme.equals("https") && !scheme.equals("http")) {
            throw new Forbidden("only http and https are called");
        }
        if (address.getRawUserInfo() != null || address.getHost() == null) {
            throw new Forbidden("the address names no plain host");
        }
        var host = address.getHost().toLowerCase(Locale.ROOT);
        if (!NAME.matcher(host).matches()
                && !IPV4.matcher(host).matches()
                && !IPV6.matcher(host).matches()) {
            throw new Forbidden("the host is spelled in a way that can be read as another");
        }
        var port = address.getPort() >= 0 ? address.getPort() : scheme.equals("https") ? 443 : 80;
        return new Origin(scheme, host, port);
    }

    @Override
    public String toString() {
        return scheme + "://" + host + ":" + port;
    }
}
