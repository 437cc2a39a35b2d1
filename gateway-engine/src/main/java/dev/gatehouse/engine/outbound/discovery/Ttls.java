package dev.gatehouse.engine.outbound.discovery;

import io.netty.channel.EventLoop;
import io.netty.handler.codec.dns.DnsRecord;
import io.netty.resolver.dns.DnsCache;
import io.netty.resolver.dns.DnsCacheEntry;
import io.netty.resolver.dns.NoopDnsCache;
import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Sees how long each address of an answer is good for: a resolver tells it to its cache alone. Remembers no answer. */
final class Ttls implements DnsCache {
    /** No answer has said it: the address stands in the machine's own list. */
    static final long UNKNOWN = Long.MAX_VALUE;

    private final Map<InetAddress, Long> seconds = new ConcurrentHashMap<>();

    /** How long all of them are good for. */
    long least(List<InetAddress> addresses) {
        return addresses.stream()
                .mapToLong(address -> seconds.getOrDefault(address, UNKNOWN))
                .min()
                .orElse(UNKNOWN);
    }

    @Override
    public void clear() {
        seconds.clear();
    }

    @Override
    public boolean clear(String hostname) {
        return false;
    }

    @Override
    public @Nullable List<? extends DnsCacheEntry> get(String hostname, DnsRecord[] additionals) {
        return null;
    }

    @Override
    public DnsCacheEntry cache(
            String hostname, DnsRecord[] additionals, InetAddress address, long originalTtl, EventLoop loop) {
        seconds.put(address, originalTtl);
        return NoopDnsCache.INSTANCE.cache(hostname, additionals, address, originalTtl, loop);
    }

    @Override
    public DnsCacheEntry cache(String hostname, DnsRecord[] additionals, Throwable cause, EventLoop loop) {
        return NoopDnsCache.INSTANCE.cache(hostname, additionals, cause, loop);
    }
}
