package dev.gatehouse.engine.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code validate}: everything that a running gateway finds wrong with a file. */
@Command(
        name = "validate",
        description = "Checks a file against a running gateway; changes nothing.",
        mixinStandardHelpOptions = true)
final class ValidateCommand implements Callable<Integer> {
    @Mixin
    private final FileArgument file = new FileArgument();

    @Mixin
    private final Connection connection = new Connection();

    @Override
    public Integer call() throws Failed {
        ConfigFile config = file.read();
        JsonNode found =
                connection.open().post("config/validate", config).done().json();
        var out = file.out();
        Findings.violations(out, config, found.path("violations"));
        Findings.warnings(out, config, found.path("warnings"));
        if (!found.path("violations").isEmpty()) {
            return ExitCode.FINDING;
        }
        out.println(config.name() + ": valid");
        return ExitCode.GOOD;
    }
}
