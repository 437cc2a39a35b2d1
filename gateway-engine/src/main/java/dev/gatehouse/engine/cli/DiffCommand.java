package dev.gatehouse.engine.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code diff}: what applying a file would change. */
@Command(
        name = "diff",
        description = "Shows what applying a file would change; exit code 1 if anything.",
        mixinStandardHelpOptions = true)
final class DiffCommand implements Callable<Integer> {
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
        AdminClient.Answer answer = connection.open().post("config/diff", config);
        var out = spec.commandLine().getOut();
        if (answer.status() == 422) {
            Findings.violations(out, config, answer.json().path("violations"));
            return ExitCode.FINDING;
        }
        var changes = answer.done().json();
        if (changes.isEmpty()) {
            out.println("no differences");
            return ExitCode.GOOD;
        }
        Findings.changes(out, changes);
        return ExitCode.FINDING;
    }
}
