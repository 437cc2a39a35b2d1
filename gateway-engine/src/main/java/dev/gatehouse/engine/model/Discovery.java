package dev.gatehouse.engine.model;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where the targets of an upstream are found while it works, beside those of the configuration. */
@Declaration(
        title = "Discovery",
        help = "Finds targets while the upstream works, by exactly one of dns, srv and file. What was found last is"
                + " kept while nothing better is known: a failure, an empty answer or a broken file takes no"
                + " target away.",
        example = "{dns: \"orders.internal:8080\", interval: 5s}")
public record Discovery(
        @Setting(
                title = "DNS",
                help = "A host name and a port: each address that DNS has for the name is a target.",
                format = Setting.Format.ADDRESS)
        @Nullable
        String dns,

        @Setting(
                title = "SRV",
                help = "A name with SRV records, such as _http._tcp.orders.internal: they tell hosts, ports and"
                        + " weights, and their priorities are tiers.",
                pattern = "[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+)*\\.?",
                max = "253")
        @Nullable
        String srv,

        @Setting(
                title = "File",
                help = "A file on the gateway's machine, by its whole path, with a list of targets as they stand in the"
                        + " configuration, in YAML or JSON. It is read again when it changes.",
                max = "1000")
        @Nullable
        String file,

        @Setting(
                title = "DNS servers",
                help = "The name servers that are asked, by IP address and port; without them, those of the gateway's"
                        + " machine.",
                format = Setting.Format.ADDRESS,
                max = "8",
                advanced = true)
        List<String> servers,

        @Setting(
                title = "Addresses",
                help = "Which addresses of a name are targets: auto takes those of IPv6 only where there are none of"
                        + " IPv4.",
                byDefault = "auto",
                advanced = true)
        Family addresses,

        @Setting(
                title = "Interval",
                help = "How often a file is looked at, and the shortest time between two questions to DNS, whose"
                        + " answers say how long they are good for.",
                byDefault = "2s",
                min = "100ms",
                max = "1h",
                advanced = true)
        Duration interval,

        @Setting(
                title = "Longest",
                help = "The longest time between two questions to DNS, however long its answers are good for.",
                byDefault = "5m",
                min = "1s",
                max = "1d",
                advanced = true)
        Duration longest) {
    /** Kinds of addresses. */
    public enum Family {
        AUTO,
        IPV4,
        IPV6,
        ALL
    }

    public Discovery {
        servers = List.copyOf(servers);
        if (Stream.of(dns, srv, file).filter(Objects::nonNull).count() != 1) {
            throw new IllegalArgumentException("it needs exactly one of 'dns', 'srv' and 'file'");
        }
        if (dns != null && isIp(dns)) {
            throw new IllegalArgumentException(dns + " is an address already, which belongs among the 'targets'");
        }
        if (file != null && !isWhole(file)) {
            throw new IllegalArgumentException("the file has to be named by its whole path, from the root");
        }
        if (file != null && (!servers.isEmpty() || addresses != Family.AUTO)) {
            throw new IllegalArgumentException("a file has no 'servers' and no 'addresses': these are of DNS");
        }
        for (String server : servers) {
            if (!isIp(server)) {
                throw new IllegalArgumentException("the name server " + server + " has to be named by its IP address");
            }
        }
        if (interval.compareTo(longest) > 0) {
            throw new IllegalArgumentException("the 'interval' must not be longer than 'longest'");
        }
    }

    private static boolean isIp(String address) {
        return address.startsWith("[") || address.matches("[0-9.]+:[0-9]+");
    }

    private static boolean isWhole(String path) {
        return path.startsWith("/") || path.startsWith("\\\\") || path.matches("[A-Za-z]:[\\\\/].*");
    }

    /** What is asked, as people say it. */
    public String source() {
        if (file != null) {
            return "file " + file;
        }
        return dns != null ? "dns " + dns : "srv " + srv;
    }
}
