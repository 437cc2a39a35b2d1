package dev.gatehouse.engine.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code export}: the active configuration as a file. */
@Command(
        name = "export",
        description = "Writes the active configuration of a running gateway.",
        mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {
    private static final Pattern REVISION = Pattern.compile("\"([0-9]+)-[a-z]+\"");

    /** How the file is written. */
    enum Format {
        YAML,
        JSON
    }

    @Parameters(arity = "0..1", paramLabel = "FILE", description = "The file to write (default: standard output).")
    private @Nullable Path file;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private Format format = Format.YAML;

    @Mixin
    private final Connection connection = new Connection();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before it calls
    private CommandSpec spec;

    @Override
    public Integer call() throws Failed {
        String media = "application/" + format.name().toLowerCase(Locale.ROOT);
        AdminClient.Answer answer = connection.open().get("config", media).done();
        Matcher revision = REVISION.matcher(answer.etag() == null ? "" : answer.etag());
        String base = format == Format.YAML && revision.matches()
                ? ConfigFile.baseLine(Integer.parseInt(revision.group(1)))
                : "";
        String text = base + answer.text() + (answer.text().endsWith("\n") ? "" : "\n");
        var out = spec.commandLine().getOut();
        if (file == null) {
            out.print(text);
            out.flush();
            return ExitCode.GOOD;
        }
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new Failed(ExitCode.WRONG_USAGE, "cannot write " + file + ": " + e.getMessage() + ".");
        }
        out.println(file + ": written");
        return ExitCode.GOOD;
    }
}
