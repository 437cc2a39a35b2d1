package dev.gatehouse.engine.cli;

import java.io.PrintWriter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The file that {@code validate}, {@code diff} and {@code apply} are about, and where they print. */
final class FileArgument {
    @Parameters(
            arity = "0..1",
            paramLabel = "FILE",
            description = "The file, - for standard input (default: ${DEFAULT-VALUE}).")
    private String file = ConfigFile.USUAL;

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // picocli sets it before it calls
    private CommandSpec command;

    ConfigFile read() throws Failed {
        return ConfigFile.read(file);
    }

    PrintWriter out() {
        return command.commandLine().getOut();
    }
}
