package dev.gatehouse.engine.spec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.engine.fault.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReferenceDocsTest {
    private static final Path DOCS = RepositoryRoot.PATH.resolve("docs");

    @Test
    void the_committed_pages_are_current() throws IOException {
        Map<String, String> pages = ReferenceDocs.pages(Documents.CATALOGUE);
        if (Boolean.getBoolean("gatehouse.docs.write")) {
            write(pages);
        }

        for (Map.Entry<String, String> page : pages.entrySet()) {
            assertThat(DOCS.resolve(page.getKey()))
                    .as("a page that a build with -Dgatehouse.docs.write=true writes")
                    .hasContent(page.getValue());
        }
        assertThat(committed()).as("pages of kinds that there are").isSubsetOf(pages.keySet());
    }

    @Test
    void every_fault_has_its_place() {
        String faults = ReferenceDocs.pages(Documents.CATALOGUE).getOrDefault("faults.md", "");

        for (Fault fault : Fault.values()) {
            assertThat(faults).contains("\n## " + fault.code() + "\n", fault.meaning(), fault.remedy());
        }
    }

    @Test
    void policies_get_pages_once_there_are_any() {
        Map<String, String> pages = ReferenceDocs.pages(Documents.WITH_POLICY);

        assertThat(pages.get("reference/policy-test-policy.md"))
                .contains("| `mode` | one of `dry-run`, `enforce` | `dry-run` | A word. |")
                .contains("| `key` | reference to a secret | required | A secret. |");
        assertThat(pages.get("reference/index.md")).contains("(policy-test-policy.md)");
        assertThat(pages.get("reference/route.md")).contains("| `policies` |");
    }

    private static List<String> committed() throws IOException {
        try (Stream<Path> files = Files.list(DOCS.resolve("reference"))) {
            return files.map(file -> "reference/" + file.getFileName()).toList();
        }
    }

    private static void write(Map<String, String> pages) throws IOException {
        Files.createDirectories(DOCS.resolve("reference"));
        for (String stale : committed()) {
            Files.delete(DOCS.resolve(stale));
        }
        for (Map.Entry<String, String> page : pages.entrySet()) {
            Files.writeString(DOCS.resolve(page.getKey()), page.getValue());
        }
    }
}
