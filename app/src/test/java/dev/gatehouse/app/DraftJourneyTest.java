package dev.gatehouse.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.TextArea;
import org.junit.jupiter.api.Test;

/** What becomes of a draft when the console dies. */
class DraftJourneyTest extends Journey {
    @Test
    void a_draft_of_a_console_that_was_killed_is_back_with_its_undo() throws Exception {
        Process victim = victim();
        try (BufferedReader out = victim.inputReader(StandardCharsets.UTF_8)) {
            assertThat(out.lines().anyMatch(KilledConsole.WRITTEN::equals)).isTrue();
            assertThat(victim.isAlive()).isTrue();
        } finally {
            victim.destroyForcibly().waitFor();
        }

        openDemo();
        await(() -> shows("Draft · 1"));
        assertThat(get("/shop/products/7")).as("nothing was applied").startsWith("200 ");
        openRoute("product");
        TextArea yaml = yaml();
        assertThat(onFx(() -> yaml.getText())).contains("path: /shop/items/{id}");
        fire("Undo: Change Match › Path");
        await(() -> yaml.getText().contains("path: /shop/products/{id}"));
        await(() -> !shows("Draft · 1"));
    }

    /** Another JVM like this one, with the same class path. */
    private Process victim() throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> !argument.startsWith("-javaagent"))
                .forEach(command::add);
        command.addAll(List.of(
                "-cp", System.getProperty("java.class.path"), KilledConsole.class.getName(), folder.toString()));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
