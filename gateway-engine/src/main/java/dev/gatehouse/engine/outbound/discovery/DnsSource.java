package dev.gatehouse.engine.outbound.discovery;

import dev.gatehouse.engine.model.Discovery;
import dev.gatehouse.engine.upstream.Found;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;

/** The addresses of a name, each a target; asked for again when the answer has grown too old. */
final class DnsSource implements Source {
    private final Discovery setting;
    private final Pauses pauses;
    private final String name;
    private final String port;
    private final NameServers servers;

    DnsSource(Discovery setting, String address, NameServers servers) {
        this.setting = setting;
        this.servers = servers;
        pauses = Pauses.of(setting);
        int colon = address.lastIndexOf(':');
        name = address.substring(0, colon);
        port = address.substring(colon + 1);
    }

    @Override
    public Answer look() throws Failed, InterruptedException {
        NameServers.Addresses answer = servers.addresses(name, setting.addresses());
        List<Found> targets = answer.all().stream()
                .map(address -> new Found(address(address, port), name, 1, 0))
                .sorted(Comparator.comparing(Found::address)) // servers shuffle their answers
                .toList();
        return new Answer(targets, pauses.after(answer.seconds()));
    }

    /** A target's address as it is written. */
    static String address(InetAddress address, String port) {
        String text = address.getHostAddress();
        return (address instanceof Inet6Address ? "[" + text + "]" : text) + ":" + port;
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
