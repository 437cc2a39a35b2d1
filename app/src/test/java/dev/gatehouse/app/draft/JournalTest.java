package dev.gatehouse.app.draft;

import static dev.gatehouse.app.draft.Documents.ORDERS;
import static dev.gatehouse.app.draft.Documents.PRODUCTS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.gatehouse.app.profile.ConsoleFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
    @TempDir
    Path folder;

    @Test
    void a_draft_comes_back_with_its_undo_its_redo_and_its_broken_text() {
        Draft draft = Documents.draft();
        draft.apply(path("/one"));
        draft.apply(Edit.delete(ORDERS, "Delete orders"));
        draft.apply(Edit.rename(PRODUCTS, "goods", "Rename products"));
        draft.apply(Edit.set(PRODUCTS.named("goods"), "/priority", Documents.yaml("3"), "Raise"));
        draft.undo();
        draft.hold(new ObjectKey("routes", "help"), "match: [", "Not closed.", 1);
        Draft again = again(draft.saved(), Documents.shop());
        assertThat(again.tree()).isEqualTo(draft.tree());
        assertThat(again.changes()).isEqualTo(draft.changes());
        assertThat(again.held()).isEqualTo(draft.held());
        assertThat(again.redoNameProperty().get()).isEqualTo("Raise");
        again.redo();
        assertThat(again.tree().at("/routes/goods/priority").asInt()).isEqualTo(3);
        while (!again.undoNameProperty().get().isEmpty()) {
            again.undo();
        }
        assertThat(again.tree()).isEqualTo(Documents.shop());
    }

    @Test
    void a_draft_of_a_revision_that_is_gone_merges_with_what_is_there() {
        Draft draft = Documents.draft();
        draft.apply(path("/mine"));
        Draft others = Documents.draft();
        others.apply(Edit.delete(ORDERS, "Delete orders"));
        others.apply(Edit.set(PRODUCTS, "/priority", Documents.yaml("3"), "Raise"));
        Draft again = again(draft.saved(), others.tree());
        Merge merge = again.merge(Documents.base(others.tree(), 9));
        assertThat(merge.conflicts()).isEmpty();
        assertThat(merge.result().at("/routes/products/match/path").asText()).isEqualTo("/mine");
        assertThat(merge.result().at("/routes/products/priority").asInt()).isEqualTo(3);
        assertThat(merge.result().path("routes").has("orders")).isFalse();
    }

    @Test
    void what_is_closed_is_written_and_an_empty_draft_leaves_no_file() throws Exception {
        Draft draft = Documents.draft();
        draft.apply(path("/one"));
        Path file = folder.resolve("drafts/demo.json");
        write(draft);
        assertThat(file).isRegularFile();
        draft.undo();
        write(draft);
        assertThat(new Journal(new ConsoleFolder(folder), "demo").read().undone())
                .hasSize(1);
        write(Documents.draft());
        assertThat(file).doesNotExist();
    }

    @Test
    void a_file_that_cannot_be_read_is_no_draft() throws Exception {
        Path file = folder.resolve("drafts/demo.json");
        Files.createDirectories(file.getParent());
        Files.writeString(file, "{\"done\": [");
        assertThat(new Journal(new ConsoleFolder(folder), "demo").read().isEmpty())
                .isTrue();
    }

    private void write(Draft draft) throws InterruptedException {
        Journal journal = new Journal(new ConsoleFolder(folder), "demo");
        journal.note(draft.saved());
        journal.close();
        assertThat(journal.awaitWritten(10, TimeUnit.SECONDS)).isTrue();
    }

    /** Through the file, as after a restart. */
    private Draft again(Saved saved, ObjectNode now) {
        Journal journal = new Journal(new ConsoleFolder(folder), "again");
        journal.note(saved);
        journal.close();
        try {
            assertThat(journal.awaitWritten(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        Saved read = new Journal(new ConsoleFolder(folder), "again").read();
        Base base = new Base(read.before(now), read.revision(), read.etag());
        Draft draft = new Draft(base, References.of(Documents.schema()));
        draft.resume(read);
        return draft;
    }

    private static Edit path(String path) {
        return Edit.set(PRODUCTS, "/match/path", TextNode.valueOf(path), "Change the path");
    }
}
