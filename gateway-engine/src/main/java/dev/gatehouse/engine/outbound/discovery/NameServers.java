package dev.gatehouse.engine.outbound.discovery;

import dev.gatehouse.engine.model.Discovery;
import io.netty.channel.EventLoop;
import io.netty.channel.socket.nio.NioDatagramChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.dns.DefaultDnsQuestion;
import io.netty.handler.codec.dns.DnsRecord;
import io.netty.handler.codec.dns.DnsRecordType;
import io.netty.handler.codec.dns.DnsResponseCode;
import io.netty.resolver.ResolvedAddressTypes;
import io.netty.resolver.dns.DnsErrorCauseException;
import io.netty.resolver.dns.DnsNameResolver;
import io.netty.resolver.dns.DnsNameResolverBuilder;
import io.netty.resolver.dns.DnsNameResolverChannelStrategy;
import io.netty.resolver.dns.DnsNameResolverTimeoutException;
import io.netty.resolver.dns.DnsServerAddressStreamProvider;
import io.netty.resolver.dns.DnsServerAddressStreamProviders;
import io.netty.resolver.dns.NoopAuthoritativeDnsServerCache;
import io.netty.resolver.dns.NoopDnsCnameCache;
import io.netty.resolver.dns.SequentialDnsServerAddressStreamProvider;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.Future;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;

/** The name servers that one source asks, each time anew: nothing is remembered but by the source. */
final class NameServers implements AutoCloseable {
    private static final long PATIENCE_MILLIS = 2000;

    /**
     * Addresses of a name.
     *
     * @param seconds how long all of them are good for; {@link Ttls#UNKNOWN} where it is not said
     */
    record Addresses(List<InetAddress> all, long seconds) {}

    private final Ttls ttls = new Ttls();
    private final DnsNameResolver v4;
    private final DnsNameResolver v6;

    /** Asks servers by {@code address:port}, or those of the machine if there are none. */
    NameServers(List<String> servers, EventLoop eventLoop) {
        DnsServerAddressStreamProvider provider = servers.isEmpty()
                ? DnsServerAddressStreamProviders.platformDefault()
                : new SequentialDnsServerAddressStreamProvider(
                        servers.stream().map(NameServers::socket).toList());
        v4 = resolver(eventLoop, provider, ResolvedAddressTypes.IPV4_ONLY);
        v6 = resolver(eventLoop, provider, ResolvedAddressTypes.IPV6_ONLY);
    }

    private static InetSocketAddress socket(String address) {
        int colon = address.lastIndexOf(':');
        String host = address.substring(0, colon);
        String ip = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
        return new InetSocketAddress(InetAddress.ofLiteral(ip), Integer.parseInt(address.substring(colon + 1)));
    }

    private DnsNameResolver resolver(
            EventLoop eventLoop, DnsServerAddressStreamProvider provider, ResolvedAddressTypes types) {
        return new DnsNameResolverBuilder(eventLoop)
                .datagramChannelType(NioDatagramChannel.class)
                .datagramChannelStrategy(
                        DnsNameResolverChannelStrategy.ChannelPerResolution) // ports that nobody can guess
                .socketChannelType(NioSocketChannel.class, true) // what does not fit into a datagram
                .nameServerProvider(provider)
                .resolveCache(ttls)
                .cnameCache(NoopDnsCnameCache.INSTANCE)
                .authoritativeDnsServerCache(NoopAuthoritativeDnsServerCache.INSTANCE)
                .consolidateCacheSize(0)
                .resolvedAddressTypes(types)
                .queryTimeoutMillis(PATIENCE_MILLIS)
                .build();
    }

    /** The addresses of a name, of the kinds that are wanted. Where one kind cannot be asked for, nothing is known. */
    Addresses addresses(String name, Discovery.Family family) throws Source.Failed, InterruptedException {
        ttls.clear();
        List<InetAddress> all = new ArrayList<>();
        Source.Nothing nothing = null;
        try {
            if (family != Discovery.Family.IPV6) {
                all.addAll(answer(v4.resolveAll(name), name, "address"));
            }
        } catch (Source.Nothing e) {
            nothing = e;
        }
        boolean wanted = family == Discovery.Family.IPV6 || family == Discovery.Family.ALL;
        try {
            if (wanted || all.isEmpty() && family == Discovery.Family.AUTO) {
                all.addAll(answer(v6.resolveAll(name), name, "address"));
            }
        } catch (Source.Nothing e) {
            nothing = e;
        }
        if (all.isEmpty() && nothing != null) {
            throw nothing;
        }
        return new Addresses(all, ttls.least(all));
    }

    /** The records of a name, which the caller has to release. */
    List<DnsRecord> records(String name, DnsRecordType type) throws Source.Failed, InterruptedException {
        Future<List<DnsRecord>> asked = v4.resolveAll(new DefaultDnsQuestion(name, type));
        try {
            return answer(asked, name, type.name() + " record");
        } catch (InterruptedException e) {
            asked.addListener(_ -> {
                if (asked.isSuccess()) { // nobody waits for it any more
                    asked.getNow().forEach(ReferenceCountUtil::release);
                }
            });
            throw e;
        }
    }

    private static <T> List<T> answer(Future<List<T>> asked, String name, String what)
            throws Source.Failed, InterruptedException {
        asked.await();
        if (asked.isSuccess()) {
            return asked.getNow();
        }
        for (Throwable cause = asked.cause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof DnsNameResolverTimeoutException) {
                throw new Source.Failed("no name server answers");
            }
            if (cause instanceof DnsErrorCauseException error) {
                if (error.getCode().equals(DnsResponseCode.NXDOMAIN)) {
                    throw new Source.Nothing("the name " + name + " does not exist");
                }
                throw new Source.Failed(
                        "the name server says " + error.getCode().toString().replaceFirst("\\(.*", ""));
            }
            if (cause instanceof java.net.ConnectException || cause instanceof java.net.PortUnreachableException) {
                throw new Source.Failed("no name server answers");
            }
        }
        throw new Source.Nothing("the name " + name + " has no " + what);
    }

    @Override
    public void close() {
        v4.close();
        v6.close();
    }
}
