package dev.gatehouse.engine.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The command without a subcommand: the console where there is one, else the help. */
@Command(
        name = "gatehouse",
        description = "The API gateway you can see through. Without a command it opens the console.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        subcommands = {
            ServeCommand.class,
            DemoCommand.class,
            ValidateCommand.class,
            DiffCommand.class,
            ApplyCommand.class,
            ExportCommand.class
        },
        footer = {
            "",
            "Exit codes: 0 good, 1 a finding (invalid, differs), 2 wrong usage, 3 could not reach or start.",
        })
final class Gatehouse implements Callable<Integer> {
    private final @Nullable Callable<Integer> console;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before it calls
    private CommandSpec spec;

    Gatehouse(@Nullable Callable<Integer> console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        if (console != null) {
            return console.call();
        }
        spec.commandLine().usage(spec.commandLine().getErr());
        return ExitCode.WRONG_USAGE;
    }
}
