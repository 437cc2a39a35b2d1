package dev.gatehouse.engine.outbound.discovery;

import dev.gatehouse.engine.model.Discovery;
import dev.gatehouse.engine.upstream.Found;
import io.netty.handler.codec.dns.DnsRecord;
import io.netty.handler.codec.dns.DnsRecordType;
import io.netty.util.ReferenceCountUtil;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The hosts of SRV records (RFC 2782), each of their addresses a target. A host that has none does not stand in the
 * way of others; one that cannot be asked for does, so that nothing is taken for gone.
 */
final class SrvSource implements Source {
    private final Discovery setting;
    private final Pauses pauses;
    private final String name;
    private final NameServers servers;

    SrvSource(Discovery setting, String name, NameServers servers) {
        this.setting = setting;
        this.name = name;
        this.servers = servers;
        pauses = Pauses.of(setting);
    }

    @Override
    public Answer look() throws Failed, InterruptedException {
        List<SrvRecord> records = records();
        if (records.stream().allMatch(SrvRecord::isNobody)) {
            throw new Nothing("the name " + name + " says that nobody serves it");
        }
        Map<String, NameServers.Addresses> known = new HashMap<>();
        List<Found> targets = new ArrayList<>();
        long seconds = Ttls.UNKNOWN;
        Nothing nothing = null;
        for (SrvRecord srv : records) {
            seconds = Math.min(seconds, srv.seconds());
            try {
                NameServers.Addresses hosts = known.get(srv.host());
                if (hosts == null && !srv.isNobody()) {
                    hosts = servers.addresses(srv.host(), setting.addresses());
                    known.put(srv.host(), hosts);
                }
                if (hosts != null) {
                    seconds = Math.min(seconds, hosts.seconds());
                    for (InetAddress address : hosts.all()) {
                        targets.add(srv.target(address));
                    }
                }
            } catch (Nothing e) {
                nothing = e;
            }
        }
        if (targets.isEmpty() && nothing != null) {
            throw nothing;
        }
        targets.sort(Comparator.comparingInt(Found::priority).thenComparing(Found::address));
        return new Answer(targets, nothing == null ? pauses.after(seconds) : pauses.shortest());
    }

    private List<SrvRecord> records() throws Failed, InterruptedException {
        List<DnsRecord> answer = servers.records(name, DnsRecordType.SRV);
        try {
            List<SrvRecord> records = new ArrayList<>();
            for (DnsRecord record : answer) {
                SrvRecord srv = SrvRecord.read(record);
                if (srv != null) {
                    records.add(srv);
                }
            }
            return records;
        } finally {
            answer.forEach(ReferenceCountUtil::release);
        }
    }

    @Override
    public Duration pauseAfter(int failures) {
        return pauses.afterFailures(failures);
    }

    @Override
    public void close() {
        servers.close();
    }
}
