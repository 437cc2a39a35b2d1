package dev.gatehouse.engine.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code validate}: everything that a running gateway finds wrong with a file. */
@Command(
        name = "validate",
        description = "Checks a file against a running gateway; changes nothing.",
        mixinStandardHelpOptions = true)
final class ValidateCommand implements Callable<Integer> {
    @Parameters(
            arity = "0..1",
            paramLabel = "FILE",
            description = "The file, - for standard input (default: ${DEFAULT-VALUE}).")
    private String file = ConfigFile.USUAL;

    @Mixin
    private final Connection connection = new Connection();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before it calls
    private CommandSpec spec;

    @Override
    public Integer call() throws Failed {
        ConfigFile config = ConfigFile.read(file);
        JsonNode found =
                connection.open().post("config/validate", config).done().json();
        var out = spec.commandLine().getOut();
        Findings.violations(out, config, found.path("violations"));
        Findings.warnings(out, config, found.path("warnings"));
        if (!found.path("violations").isEmpty()) {
            return ExitCode.FINDING;
        }
        out.println(config.name() + ": valid");
        return ExitCode.GOOD;
    }
}
