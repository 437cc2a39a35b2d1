package dev.gatehouse.app;

import java.util.Optional;

/**
 * The program's entry: without arguments the console, with a subcommand the command line.
 *
 * <p>It is no JavaFX application itself, because the launcher would then demand JavaFX as modules, and it lies on the
 * class path. Where there is no display, it says so and runs the demo without a console.
 */
public final class Main {
    private Main() {}

    /** Runs the program. */
    public static void main(String[] args) {
        if (args.length == 0) {
            openConsole();
            return;
        }
        dev.gatehouse.engine.cli.Main.main(args);
    }

    private static void openConsole() {
        Optional<String> missing = Display.missing();
        if (missing.isEmpty()) {
            try {
                ConsoleApplication.open();
                // Netty's and DuckDB's threads are not ours to end one by one, and the gateway was closed before.
                System.exit(0);
            } catch (ToolkitFailed e) {
                missing = Optional.of(e.getMessage());
            }
        }
        System.err.println("gatehouse: no console, because " + missing.orElseThrow()
                + "; running the gateway alone with the demo.");
        dev.gatehouse.engine.cli.Main.main(new String[] {"demo"});
    }
}
