package dev.gatehouse.engine.outbound.discovery;

import dev.gatehouse.engine.upstream.Found;
import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.dns.DefaultDnsRecordDecoder;
import io.netty.handler.codec.dns.DnsRawRecord;
import io.netty.handler.codec.dns.DnsRecord;
import io.netty.handler.codec.dns.DnsRecordType;
import java.net.InetAddress;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One SRV record (RFC 2782).
 *
 * @param host without a dot at its end; empty where the record says that nobody serves the name
 * @param seconds how long it is good for
 */
record SrvRecord(int priority, int weight, int port, String host, long seconds) {
    private static final int FIXED = 6;

    /** What can be the name of a host; others' records are not trusted to keep to it. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.-]*");

    /** A record as it came; null if it is no SRV record, or a broken one. */
    static @Nullable SrvRecord read(DnsRecord record) {
        if (!(record instanceof DnsRawRecord raw) || !DnsRecordType.SRV.equals(record.type())) {
            return null;
        }
        ByteBuf content = raw.content().duplicate();
        if (content.readableBytes() <= FIXED) {
            return null;
        }
        int priority = content.readUnsignedShort();
        int weight = content.readUnsignedShort();
        int port = content.readUnsignedShort();
        String host = DefaultDnsRecordDecoder.decodeName(content);
        String name = host.substring(0, Math.max(0, host.length() - 1));
        return NAME.matcher(name).matches() ? new SrvRecord(priority, weight, port, name, record.timeToLive()) : null;
    }

    boolean isNobody() {
        return host.isEmpty() || port == 0;
    }

    /** The target that it means at an address. Weight 0 is the smallest of chances there, and no target's drain. */
    Found target(InetAddress address) {
        return new Found(DnsSource.address(address, Integer.toString(port)), host, Math.max(1, weight), priority);
    }
}
