package dev.gatehouse.engine.cli;

import dev.gatehouse.engine.Gateway;
import dev.gatehouse.engine.GatewayOptions;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code serve}: the gateway alone, until it is told to stop. */
@Command(
        name = "serve",
        description = "Runs the gateway alone, until it is told to stop (SIGTERM, Ctrl+C).",
        mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {
    @Option(
            names = "--config",
            paramLabel = "FILE",
            description =
                    "A gatehouse.yaml: revision 1 of an empty data directory, applied to a used one where it differs.")
    private @Nullable Path config;

    @Mixin
    private final GatewayArguments gateway = new GatewayArguments();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before it calls
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        return Running.untilStopped(() -> {
            GatewayOptions options = gateway.options().withConfig(config);
            Gateway started = Gateway.start(options);
            Greeting.print(spec.commandLine().getOut(), options.dataDirectory(), started);
            return started;
        });
    }
}
