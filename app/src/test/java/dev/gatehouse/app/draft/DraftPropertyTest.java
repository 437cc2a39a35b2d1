package dev.gatehouse.app.draft;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Laws that hold whatever was edited in whatever order. */
class DraftPropertyTest {
    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void undoing_everything_leads_to_the_base_and_doing_it_again_to_the_draft(long seed) {
        Draft draft = edited(new Random(seed), Documents.shop());
        ObjectNode tree = draft.tree().deepCopy();
        int undone = undoAll(draft);
        assertThat(draft.tree()).isEqualTo(Documents.shop());
        assertThat(draft.tree().toString()).isEqualTo(Documents.shop().toString());
        assertThat(draft.changes()).isEmpty();
        for (int i = 0; i < undone; i++) {
            draft.redo();
        }
        assertThat(draft.tree()).isEqualTo(tree);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void the_changes_are_the_difference_and_reverting_each_leads_to_the_base(long seed) {
        Draft draft = edited(new Random(seed), Documents.shop());
        for (ObjectChange change : draft.changes()) {
            assertThat(change.after()).isEqualTo(draft.object(change.key()));
        }
        assertThat(draft.changes().isEmpty()).isEqualTo(draft.tree().equals(Documents.shop()));
        draft.revertAll();
        assertThat(draft.tree()).isEqualTo(Documents.shop());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void on_a_newer_revision_undoing_everything_leads_to_that_revision(long seed) {
        Random random = new Random(seed);
        Draft mine = edited(random, Documents.shop());
        ObjectNode theirs = edited(random, Documents.shop()).tree().deepCopy();
        Merge merge = mine.merge(Documents.base(theirs, 8));
        for (Conflict conflict : merge.conflicts()) {
            merge.choose(conflict, random.nextBoolean() ? Conflict.Choice.MINE : Conflict.Choice.THEIRS);
        }
        ObjectNode merged = merge.result().deepCopy();
        mine.rebase(merge.theirs(), merge.result());
        assertThat(mine.tree()).isEqualTo(merged);
        assertThat(mine.base()).isEqualTo(theirs);
        assertThat(mine.changes().isEmpty()).isEqualTo(merged.equals(theirs));
        undoAll(mine);
        assertThat(mine.tree()).isEqualTo(theirs);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void merging_with_what_nobody_else_changed_is_the_draft_itself(long seed) {
        Draft mine = edited(new Random(seed), Documents.shop());
        Merge merge = mine.merge(Documents.base(Documents.shop(), 8));
        assertThat(merge.conflicts()).isEmpty();
        assertThat(merge.result()).isEqualTo(mine.tree());
    }

    private static int undoAll(Draft draft) {
        int undone = 0;
        while (!draft.undoNameProperty().get().isEmpty()) {
            draft.undo();
            undone++;
        }
        return undone;
    }

    private static Draft edited(Random random, ObjectNode document) {
        Draft draft = new Draft(Documents.base(document, 7), References.of(Documents.schema()));
        int edits = 1 + random.nextInt(25);
        for (int i = 0; i < edits; i++) {
            step(random, draft, i);
        }
        return draft;
    }

    private static void step(Random random, Draft draft, int number) {
        List<ObjectKey> keys = new ArrayList<>(new Tree(draft.tree()).keys());
        ObjectKey key = keys.get(random.nextInt(keys.size()));
        ObjectKey fresh = key.named("new-" + random.nextInt(6));
        ObjectNode object = new Tree(draft.tree()).get(key);
        switch (random.nextInt(9)) {
            case 0 -> draft.apply(Edit.set(key, "/priority", IntNode.valueOf(random.nextInt(3)), "Priority"));
            case 1 -> draft.apply(Edit.set(key, "/match/path", TextNode.valueOf("/" + number), "Path"));
            case 2 -> draft.apply(Edit.remove(key, "/match/path", "No path"));
            case 3 -> draft.apply(Edit.set(key, "/targets/-", Documents.yaml("{address: \"a:1\"}"), "Add a target"));
            case 4 -> draft.undo();
            case 5 -> draft.redo();
            case 6 -> {
                if (keys.size() > 2) {
                    draft.apply(Edit.delete(key, "Delete"));
                }
            }
            case 7 -> {
                if (draft.object(fresh) == null && object != null) {
                    draft.apply(Edit.create(fresh, object, "Duplicate"));
                }
            }
            default -> {
                if (draft.object(fresh) == null) {
                    draft.apply(Edit.rename(key, fresh.name(), "Rename"));
                }
            }
        }
    }
}
