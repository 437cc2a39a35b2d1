package dev.gatehouse.engine.cli;

import dev.gatehouse.engine.StartFailed;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** The program's entry without a console. */
public final class Main {
    private Main() {}

    /** Runs the command line and ends the process. */
    public static void main(String[] args) {
        System.exit(run(args, null));
    }

    /**
     * Runs a command line to its end.
     *
     * @param console what to do when no subcommand is given; null to show the help then
     * @return the exit code
     */
    public static int run(String[] args, @Nullable Callable<Integer> console) {
        return commandLine(console).execute(args);
    }

    static CommandLine commandLine(@Nullable Callable<Integer> console) {
        CommandLine commandLine = new CommandLine(new Gatehouse(console));
        commandLine.setCaseInsensitiveEnumValuesAllowed(true);
        commandLine.setExecutionExceptionHandler((e, command, parsed) -> report(e, command.getErr()));
        return commandLine;
    }

    private static int report(Exception e, PrintWriter err) {
        return switch (e) {
            case Failed failed -> {
                err.println("gatehouse: " + failed.getMessage());
                yield failed.exitCode();
            }
            case StartFailed failed -> {
                err.println("gatehouse: " + failed.getMessage());
                err.println("  " + failed.wayOut());
                yield ExitCode.NO_GATEWAY;
            }
            default -> {
                err.println("gatehouse: failed unexpectedly: " + e);
                e.printStackTrace(err);
                yield ExitCode.NO_GATEWAY;
            }
        };
    }
}
