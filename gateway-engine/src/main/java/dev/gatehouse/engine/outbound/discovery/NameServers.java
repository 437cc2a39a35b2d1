package dev.gatehouse.engine.outbound.discovery;

import dev.gatehouse.engine.model.Discovery;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioDatagramChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.dns.DefaultDnsQuestion;
import io.netty.handler.codec.dns.DnsRecord;
import io.netty.handler.codec.dns.DnsRecordType;
import io.netty.resolver.ResolvedAddressTypes;
import io.netty.resolver.dns.DnsErrorCauseException;
import io.netty.resolver.dns.DnsNameResolver;
import io.netty.resolver.dns.DnsNameResolverBuilder;
import io.netty.resolver.dns.DnsNameResolverTimeoutException;
import io.netty.resolver.dns.DnsServerAddressStreamProvider;
import io.netty.resolver.dns.DnsServerAddressStreamProviders;
import io.netty.resolver.dns.NoopAuthoritativeDnsServerCache;
import io.netty.resolver.dns.NoopDnsCnameCache;
import io.netty.resolver.dns.SequentialDnsServerAddressStreamProvider;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.Future;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The name servers that one source asks, each time anew: nothing is remembered but by the source. */
final class NameServers implements AutoCloseable {
    private static final long PATIENCE_MILLIS = 2000;

    /**
     * Addresses of a name.
     *
     * @param seconds how long all of them are good for; {@link Ttls#UNKNOWN} where it is not said
     */
    record Addresses(List<InetAddress> all, long seconds) {}

    private final EventLoopGroup group = new MultiThreadIoEventLoopGroup(
            1, new DefaultThreadFactory("gatehouse-dns", true), NioIoHandler.newFactory());
    private final Ttls ttls = new Ttls();
    private final DnsNameResolver v4;
    private final DnsNameResolver v6;

    /** Asks servers by {@code address:port}, or those of the machine if there are none. */
    NameServers(List<String> servers) {
        DnsServerAddressStreamProvider provider = servers.isEmpty()
                ? DnsServerAddressStreamProviders.platformDefault()
                : new SequentialDnsServerAddressStreamProvider(
                        servers.stream().map(NameServers::socket).toList());
        v4 = resolver(provider, ResolvedAddressTypes.IPV4_ONLY);
        v6 = resolver(provider, ResolvedAddressTypes.IPV6_ONLY);
    }

    private static InetSocketAddress socket(String address) {
        int colon = address.lastIndexOf(':');
        String host = address.substring(0, colon);
        String ip = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
        return new InetSocketAddress(InetAddress.ofLiteral(ip), Integer.parseInt(address.substring(colon + 1)));
    }

    private DnsNameResolver resolver(DnsServerAddressStreamProvider provider, ResolvedAddressTypes types) {
        return new DnsNameResolverBuilder(group.next())
                .datagramChannelType(NioDatagramChannel.class)
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

    /** The addresses of a name, of the kinds that are wanted. */
    Addresses addresses(String name, Discovery.Family family) throws Source.Failed, InterruptedException {
        ttls.clear();
        List<InetAddress> all = new ArrayList<>();
        switch (family) {
            case IPV4 -> all.addAll(addresses(v4, name));
            case IPV6 -> all.addAll(addresses(v6, name));
            case AUTO, ALL -> {
                Source.Failed failed = null;
                try {
                    all.addAll(addresses(v4, name));
                } catch (Source.Failed e) {
                    failed = e;
                }
                if (all.isEmpty() || family == Discovery.Family.ALL) {
                    try {
                        all.addAll(addresses(v6, name));
                    } catch (Source.Failed e) {
                        if (all.isEmpty()) {
                            throw failed == null ? e : failed;
                        }
                    }
                }
            }
        }
        return new Addresses(all, ttls.least(all));
    }

    private static List<InetAddress> addresses(DnsNameResolver resolver, String name)
            throws Source.Failed, InterruptedException {
        return answer(resolver.resolveAll(name), name, "address");
    }

    /** The records of a name, which the caller has to release. */
    List<DnsRecord> records(String name, DnsRecordType type) throws Source.Failed, InterruptedException {
        return answer(v4.resolveAll(new DefaultDnsQuestion(name, type)), name, type.name() + " record");
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
                String code = error.getCode().toString().replaceFirst("\\(.*", "");
                throw new Source.Failed(
                        code.equals("NXDomain")
                                ? "the name " + name + " does not exist"
                                : "the name server says " + code);
            }
            if (cause instanceof java.net.ConnectException || cause instanceof java.net.PortUnreachableException) {
                throw new Source.Failed("no name server answers");
            }
        }
        throw new Source.Failed("the name " + name + " has no " + what);
    }

    @Override
    public void close() {
        v4.close();
        v6.close();
        group.shutdownGracefully(0, 1, TimeUnit.SECONDS);
    }
}
