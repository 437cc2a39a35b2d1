package dev.gatehouse.engine.cli;

import dev.gatehouse.engine.GatewayOptions;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What {@code serve} and {@code demo} have in common. */
final class GatewayArguments {
    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Where the gateway keeps its state (default: ~/.gatehouse).")
    private @Nullable Path data;

    @Option(
            names = "--admin",
            paramLabel = "ADDRESS:PORT",
            converter = AddressConverter.class,
            description = "Where the Admin API listens (default: 127.0.0.1:8001).")
    private @Nullable InetSocketAddress admin;

    @Option(
            names = "--open-metrics",
            negatable = true,
            description = "Serve /metrics without a token (default: only on a loopback address).")
    private @Nullable Boolean openMetrics;

    GatewayOptions options() {
        return GatewayOptions.in(data == null ? GatewayOptions.defaultDataDirectory() : data.toAbsolutePath())
                .withAdmin(admin)
                .withOpenMetrics(openMetrics);
    }
}
