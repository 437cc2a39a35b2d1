package dev.gatehouse.engine;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How a gateway is started.
 *
 * @param dataDirectory where its state lives; made if it is missing
 * @param admin where the Admin API listens; null for {@code 127.0.0.1:8001}
 * @param config a document to serve: revision 1 of an empty directory, applied to a used one where it differs; null to
 *     serve what was active last
 * @param maxLoops the most event loops of the data path; 0 for one a processor
 * @param takeFreePorts true to take any free port where a default one is taken, as an embedded gateway does
 * @param openMetrics true to serve {@code /metrics} without a token; null for true on a loopback address only
 * @param renewal the pause between two looks at the files that the configuration refers to, and at what expires
 */
public record GatewayOptions(
        Path dataDirectory,
        @Nullable InetSocketAddress admin,
        @Nullable Path config,
        int maxLoops,
        boolean takeFreePorts,
        @Nullable Boolean openMetrics,
        Duration renewal) {
    /** The usual options in a data directory. */
    public static GatewayOptions in(Path dataDirectory) {
        return new GatewayOptions(dataDirectory, null, null, 0, false, null, Duration.ofMinutes(1));
    }

    /** With the Admin API at another place. */
    public GatewayOptions withAdmin(@Nullable InetSocketAddress address) {
        return new GatewayOptions(dataDirectory, address, config, maxLoops, takeFreePorts, openMetrics, renewal);
    }

    /** With a document to serve. */
    public GatewayOptions withConfig(@Nullable Path file) {
        return new GatewayOptions(dataDirectory, admin, file, maxLoops, takeFreePorts, openMetrics, renewal);
    }

    /** As part of another program: at most half the processors, and a free port where a default one is taken. */
    public GatewayOptions embedded() {
        int half = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
        return new GatewayOptions(dataDirectory, admin, config, half, true, openMetrics, renewal);
    }

    /** With {@code /metrics} open or closed to those without a token. */
    public GatewayOptions withOpenMetrics(@Nullable Boolean open) {
        return new GatewayOptions(dataDirectory, admin, config, maxLoops, takeFreePorts, open, renewal);
    }

    /** With another pause between two looks at files. */
    public GatewayOptions withRenewal(Duration pause) {
        return new GatewayOptions(dataDirectory, admin, config, maxLoops, takeFreePorts, openMetrics, pause);
    }

    /** Where a user's gateway keeps its state unless told otherwise, by the custom of the operating system. */
    public static Path defaultDataDirectory() {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        Path home = Path.of(System.getProperty("user.home", "."));
        if (system.startsWith("windows")) {
            String roaming = System.getenv("APPDATA");
            return (roaming == null ? home : Path.of(roaming)).resolve("Gatehouse");
        }
        return system.startsWith("mac")
                ? home.resolve("Library/Application Support/Gatehouse")
                : home.resolve(".gatehouse");
    }
}
