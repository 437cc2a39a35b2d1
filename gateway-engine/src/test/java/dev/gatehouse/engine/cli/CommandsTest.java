package dev.gatehouse.engine.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.engine.TestGateway;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class CommandsTest {
    @TempDir
    private Path directory;

    private TestGateway gateway;
    private StringWriter out = new StringWriter();

    @BeforeEach
    void start() throws Exception {
        gateway = TestGateway.start(directory.resolve("data"), TestGateway.CONFIG);
    }

    @AfterEach
    void stop() {
        gateway.close();
    }

    @Test
    void a_configuration_is_exported_changed_compared_and_applied() throws Exception {
        Path file = directory.resolve("gatehouse.yaml");
        assertThat(run("export", file.toString())).isZero();
        assertThat(run("validate", file.toString())).isZero();
        assertThat(run("diff", file.toString())).isZero();
        Files.writeString(file, Files.readString(file).replace("body: one", "body: two"));
        assertThat(run("diff", file.toString())).isEqualTo(1);
        assertThat(out.toString()).contains("~ route hello /forward/respond/body: \"one\" -> \"two\"");
        assertThat(run("apply", file.toString(), "--message", "Say two")).isZero();
        assertThat(out.toString()).contains("applied as revision 2");
        assertThat(gateway.through("/hello").body()).isEqualTo("two");
        assertThat(gateway.get("/revisions/2").path("message").asText()).isEqualTo("Say two");
        assertThat(run("apply", file.toString())).isZero();
    }

    @Test
    void a_file_that_others_have_overtaken_is_applied_only_by_force() throws Exception {
        Path file = directory.resolve("gatehouse.yaml");
        run("export", file.toString());
        gateway.write("PATCH", "/routes/hello", "*", "application/merge-patch+json", "{\"title\": \"Theirs\"}");
        assertThat(run("apply", file.toString())).isEqualTo(1);
        assertThat(out.toString()).contains("moved on");
        assertThat(run("apply", file.toString(), "--force")).isZero();
        assertThat(gateway.get("/routes/hello").has("title")).isFalse();
    }

    @Test
    void violations_are_printed_with_file_line_and_column() throws Exception {
        Path file = directory.resolve("wrong.yaml");
        Files.writeString(file, TestGateway.CONFIG.replace("methods:", "methodz:"));
        for (String command : List.of("validate", "diff", "apply")) {
            assertThat(run(command, file.toString())).isEqualTo(1);
            assertThat(out.toString()).contains(file + ":9:27: ", "(Did you mean 'methods'?)");
        }
        assertThat(gateway.gateway().revision()).isEqualTo(1);
    }

    @Test
    void a_wrong_token_is_3() throws Exception {
        CommandLine commandLine = Main.commandLine(null);
        commandLine.setErr(new PrintWriter(out));
        assertThat(commandLine.execute("export", "--url", gateway.url(), "--token", "wrong"))
                .isEqualTo(3);
        assertThat(out.toString()).contains("does not know this token");
    }

    private int run(String... args) {
        out = new StringWriter();
        List<String> all = new ArrayList<>(List.of(args));
        all.addAll(List.of(
                "--url", gateway.url(), "--data", directory.resolve("data").toString()));
        CommandLine commandLine = Main.commandLine(null);
        commandLine.setOut(new PrintWriter(out));
        commandLine.setErr(new PrintWriter(out));
        return commandLine.execute(all.toArray(String[]::new));
    }
}
