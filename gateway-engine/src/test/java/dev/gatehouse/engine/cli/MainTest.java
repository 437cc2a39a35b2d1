package dev.gatehouse.engine.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class MainTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    @Test
    void help_lists_every_subcommand() {
        assertThat(run("--help")).isEqualTo(0);
        assertThat(out.toString()).contains("serve", "demo", "validate", "diff", "apply", "export");
    }

    @Test
    void wrong_usage_is_2() {
        assertThat(run("frobnicate")).isEqualTo(2);
        assertThat(run("serve", "--admin", "nonsense")).isEqualTo(2);
        assertThat(err.toString()).contains("'nonsense' is not ADDRESS:PORT");
        assertThat(run("validate", "no-such-file.yaml")).isEqualTo(2);
        assertThat(run()).isEqualTo(2);
    }

    @Test
    void a_gateway_out_of_reach_is_3() throws Exception {
        Path file = Files.writeString(folder.resolve("gatehouse.yaml"), "gatehouse: 1\n");
        assertThat(run("validate", file.toString(), "--token", "t", "--url", "http://127.0.0.1:1"))
                .isEqualTo(3);
        assertThat(err.toString()).contains("cannot reach the gateway");
        assertThat(run("diff", file.toString(), "--data", folder.toString())).isEqualTo(3);
        assertThat(err.toString()).contains("admin.token cannot be read");
    }

    @Test
    void the_console_runs_when_there_is_no_subcommand() {
        assertThat(Main.commandLine(() -> 42).execute()).isEqualTo(42);
    }

    @Test
    void a_file_remembers_the_revision_it_was_taken_from() throws Exception {
        Path path = folder.resolve("exported.yaml");
        Files.writeString(path, ConfigFile.baseLine(41) + "gatehouse: 1\n");
        ConfigFile file = ConfigFile.read(path.toString());
        assertThat(file.base()).isEqualTo(41);
        file.rebase(42);
        ConfigFile again = ConfigFile.read(path.toString());
        assertThat(again.base()).isEqualTo(42);
        assertThat(again.text()).endsWith("gatehouse: 1\n");
        assertThat(new ConfigFile("x.json", null, "{}").base()).isNull();
    }

    private int run(String... args) {
        CommandLine commandLine = Main.commandLine(null);
        commandLine.setOut(new PrintWriter(out));
        commandLine.setErr(new PrintWriter(err));
        return commandLine.execute(args);
    }
}
