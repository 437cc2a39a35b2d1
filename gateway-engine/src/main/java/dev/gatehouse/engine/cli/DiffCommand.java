package dev.gatehouse.engine.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code diff}: what applying a file would change. */
@Command(
        name = "diff",
        description = "Shows what applying a file would change; exit code 1 if anything.",
        mixinStandardHelpOptions = true)
final class DiffCommand implements Callable<Integer> {
    @Mixin
    private final FileArgument file = new FileArgument();

    @Mixin
    private final Connection connection = new Connection();

    @Override
    public Integer call() throws Failed {
        ConfigFile config = file.read();
        AdminClient.Answer answer = connection.open().post("config/diff", config);
        var out = file.out();
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
