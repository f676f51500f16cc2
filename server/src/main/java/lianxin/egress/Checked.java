package lianxin.egress;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import org.apache.hc.client5.http.DnsResolver;

/** Looks a name up once, for the connection itself: what was looked at is what is connected to, however the name answers next time. */
record Checked(DnsResolver names, Inside inside) implements DnsResolver {

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        var may = Arrays.stream(names.resolve(host)).filter(inside::mayBeCalled).toArray(InetAddress[]::new);
        if (may.length == 0) {
            throw new UnknownHostException(host + " is at no address that may be called (lianxin.egress.inside)");
        }
        return may;
    }

    @Override
    public String resolveCanonicalHostname(String host) throws UnknownHostException {
        return host;
    }
}
