package dev.gatehouse.app.draft;

import static dev.gatehouse.app.draft.Documents.CATALOG;
import static dev.gatehouse.app.draft.Documents.ORDERS;
import static dev.gatehouse.app.draft.Documents.PRODUCTS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import org.junit.jupiter.api.Test;

class MergeTest {
    private final Draft mine = Documents.draft();
    private final Draft theirs = Documents.draft();

    @Test
    void different_fields_of_one_object_merge_without_a_question_and_keep_their_undo() {
        mine.apply(path("/mine"));
        mine.apply(Edit.set(ORDERS, "/priority", IntNode.valueOf(4), "Raise orders"));
        theirs.apply(Edit.set(PRODUCTS, "/priority", IntNode.valueOf(9), "Raise products"));
        Merge merge = merge();
        assertThat(merge.conflicts()).isEmpty();
        mine.rebase(merge.theirs(), merge.result());
        assertThat(mine.tree().at("/routes/products/match/path").asText()).isEqualTo("/mine");
        assertThat(mine.tree().at("/routes/products/priority").asInt()).isEqualTo(9);
        assertThat(mine.baseRevision()).isEqualTo(8);
        assertThat(mine.undoNameProperty().get()).isEqualTo("Raise orders");
        mine.undo();
        assertThat(mine.undoNameProperty().get()).isEqualTo("Change the path");
        mine.undo();
        assertThat(mine.tree()).isEqualTo(theirs.tree());
    }

    @Test
    void the_same_field_is_a_conflict_with_both_values_and_either_can_be_chosen() {
        mine.apply(path("/mine"));
        theirs.apply(path("/theirs"));
        Merge merge = merge();
        Conflict conflict = merge.conflicts().getFirst();
        assertThat(conflict.pointer()).isEqualTo("/match/path");
        assertThat(conflict.base()).isEqualTo(TextNode.valueOf("/shop/products/{id}"));
        assertThat(conflict.mine()).isEqualTo(TextNode.valueOf("/mine"));
        assertThat(conflict.theirs()).isEqualTo(TextNode.valueOf("/theirs"));
        assertThat(merge.settled()).isFalse();
        merge.choose(conflict, Conflict.Choice.THEIRS);
        assertThat(merge.settled()).isTrue();
        assertThat(merge.result()).isEqualTo(theirs.tree());
        merge.choose(conflict, Conflict.Choice.MINE);
        assertThat(merge.result()).isEqualTo(mine.tree());
    }

    @Test
    void the_same_change_on_both_sides_is_no_conflict_and_no_change_any_more() {
        mine.apply(path("/same"));
        theirs.apply(path("/same"));
        Merge merge = merge();
        assertThat(merge.conflicts()).isEmpty();
        mine.rebase(merge.theirs(), merge.result());
        assertThat(mine.changes()).isEmpty();
        assertThat(mine.undoNameProperty().get()).isEmpty();
    }

    @Test
    void an_object_taken_away_there_and_changed_here_is_a_conflict_about_the_whole() {
        mine.apply(path("/mine"));
        theirs.apply(Edit.delete(PRODUCTS, "Delete products"));
        Conflict conflict = merge().conflicts().getFirst();
        assertThat(conflict.pointer()).isEmpty();
        assertThat(conflict.theirs()).isNull();
    }

    @Test
    void what_others_changed_in_an_object_that_was_renamed_here_comes_along() {
        mine.apply(Edit.rename(CATALOG, "goods", "Rename catalog"));
        theirs.apply(Edit.set(CATALOG, "/targets/0/weight", IntNode.valueOf(5), "Change the weight"));
        theirs.apply(Edit.create(
                PRODUCTS.named("new"),
                (ObjectNode) Documents.yaml("{match: {path: /new}, forward: {upstream: catalog}}"),
                "New route"));
        Merge merge = merge();
        assertThat(merge.conflicts()).isEmpty();
        ObjectNode result = merge.result();
        assertThat(result.at("/upstreams/goods/targets/0/weight").asInt()).isEqualTo(5);
        assertThat(result.path("upstreams").has("catalog")).isFalse();
        assertThat(result.at("/routes/new/forward/upstream").asText()).isEqualTo("goods");
    }

    @Test
    void what_is_left_after_a_part_was_applied_starts_from_the_new_revision() {
        mine.apply(path("/mine"));
        mine.apply(Edit.set(ORDERS, "/priority", IntNode.valueOf(4), "Raise orders"));
        theirs.apply(path("/mine"));
        Merge merge = mine.mergeOnto(Documents.base(theirs.tree(), 7), Documents.base(theirs.tree(), 8));
        mine.rebase(merge.theirs(), merge.result());
        assertThat(mine.changes())
                .singleElement()
                .satisfies(change -> assertThat(change.key()).isEqualTo(ORDERS));
        mine.undo();
        assertThat(mine.tree()).isEqualTo(theirs.tree());
        assertThat(mine.isUntouched()).isFalse();
        mine.redo();
        assertThat(mine.tree().at("/routes/orders/priority").asInt()).isEqualTo(4);
    }

    private Merge merge() {
        return mine.merge(Documents.base(theirs.tree(), 8));
    }

    private static Edit path(String path) {
        return Edit.set(PRODUCTS, "/match/path", TextNode.valueOf(path), "Change the path");
    }
}
