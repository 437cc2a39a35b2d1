package dev.gatehouse.app.draft;

import static dev.gatehouse.app.draft.Documents.CATALOG;
import static dev.gatehouse.app.draft.Documents.ORDERS;
import static dev.gatehouse.app.draft.Documents.PRODUCTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class DraftTest {
    private final Draft draft = Documents.draft();

    @Test
    void an_edit_is_seen_named_undone_and_done_again() {
        draft.apply(path("/p"));
        assertThat(draft.tree().at("/routes/products/match/path").asText()).isEqualTo("/p");
        assertThat(draft.base()).isEqualTo(Documents.shop());
        assertThat(draft.undoNameProperty().get()).isEqualTo("Change the path");
        assertThat(draft.changes())
                .singleElement()
                .satisfies(change -> assertThat(change.op()).isEqualTo(ObjectChange.Op.CHANGED))
                .satisfies(change -> assertThat(change.key()).isEqualTo(PRODUCTS));

        draft.undo();
        assertThat(draft.tree()).isEqualTo(Documents.shop());
        assertThat(draft.changes()).isEmpty();
        assertThat(draft.undoNameProperty().get()).isEmpty();
        assertThat(draft.redoNameProperty().get()).isEqualTo("Change the path");

        draft.redo();
        assertThat(draft.tree().at("/routes/products/match/path").asText()).isEqualTo("/p");
    }

    @Test
    void typing_is_one_step_until_something_else_is_edited_or_undone() {
        draft.apply(path("/p"));
        draft.apply(path("/pr"));
        draft.apply(path("/pro"));
        draft.apply(Edit.set(PRODUCTS, "/priority", LongNode.valueOf(5), "Change the priority"));
        draft.apply(path("/prod"));
        draft.undo();
        assertThat(draft.tree().at("/routes/products/match/path").asText()).isEqualTo("/pro");
        draft.undo();
        draft.apply(path("/x"));
        draft.undo();
        assertThat(draft.tree().at("/routes/products/match/path").asText()).isEqualTo("/pro");
        draft.undo();
        assertThat(draft.tree()).isEqualTo(Documents.shop());
    }

    @Test
    void what_is_typed_back_to_what_it_was_is_no_change() {
        draft.apply(path("/p"));
        draft.apply(path("/shop/products/{id}"));
        assertThat(draft.changes()).isEmpty();
        assertThat(draft.isUntouched()).isTrue();
    }

    @Test
    void a_number_is_the_same_number_whoever_made_its_node() {
        draft.apply(Edit.set(CATALOG, "/targets/1/weight", LongNode.valueOf(3), "Change the weight"));
        assertThat(draft.changes()).isEmpty();
    }

    @Test
    void fields_that_the_console_does_not_know_stay() {
        draft.apply(Edit.set(CATALOG, "/targets/0/weight", LongNode.valueOf(2), "Change the weight"));
        assertThat(draft.tree().at("/upstreams/catalog/fromTomorrow"))
                .isEqualTo(Documents.shop().at("/upstreams/catalog/fromTomorrow"));
    }

    @Test
    void a_field_or_an_entry_is_taken_away_and_nothing_around_it() {
        ObjectKey help = new ObjectKey("routes", "help");
        draft.apply(Edit.remove(help, "/forward/respond/status", "Reset the status"));
        draft.apply(Edit.remove(help, "/forward/respond/body", "Take the body out"));
        assertThat(draft.tree().at("/routes/help/forward")).isEqualTo(Documents.yaml("{respond: {}}"));
        draft.undo();
        draft.undo();
        assertThat(draft.changes()).isEmpty();
        draft.apply(Edit.set(PRODUCTS, "/policies/-", Documents.yaml("{type: cors}"), "Add a policy"));
        assertThat(draft.tree().at("/routes/products/policies/0/type").asText()).isEqualTo("cors");
        draft.apply(Edit.remove(PRODUCTS, "/policies/0", "Take a policy out"));
        assertThat(draft.tree().at("/routes/products/policies")).isEmpty();
    }

    @Test
    void a_rename_carries_every_reference_along_and_nothing_else() {
        draft.apply(Edit.rename(CATALOG, "goods", "Rename catalog to goods"));
        ObjectNode tree = draft.tree();
        assertThat(tree.at("/routes/products/forward/upstream").asText()).isEqualTo("goods");
        assertThat(tree.at("/routes/orders/forward/split/0/upstream").asText()).isEqualTo("goods");
        assertThat(tree.at("/routes/orders/forward/split/1/upstream").asText()).isEqualTo("catalog-next");
        assertThat(tree.at("/routes/help/forward/respond/body").asText()).isEqualTo("catalog");
        assertThat(tree.path("upstreams").fieldNames()).toIterable().containsExactly("goods", "catalog-next");
        assertThat(draft.changes())
                .filteredOn(change -> change.op() == ObjectChange.Op.RENAMED)
                .singleElement()
                .satisfies(change -> assertThat(change.was()).isEqualTo(CATALOG));
        assertThat(draft.marks(CATALOG.named("goods")).isEmpty()).isTrue();

        draft.revert(CATALOG.named("goods"));
        assertThat(draft.tree()).isEqualTo(Documents.shop());
        assertThat(draft.changes()).isEmpty();
        draft.undo();
        assertThat(draft.tree()).isEqualTo(tree);
    }

    @Test
    void objects_come_and_go_and_come_back_to_their_place() {
        ObjectKey copy = ORDERS.named("orders-copy");
        draft.apply(Edit.create(copy, Objects.requireNonNull(draft.object(ORDERS)), "Duplicate orders"));
        draft.apply(Edit.delete(PRODUCTS, "Delete products"));
        assertThat(draft.changes())
                .extracting(ObjectChange::op)
                .containsExactly(ObjectChange.Op.ADDED, ObjectChange.Op.REMOVED);
        draft.undo();
        draft.undo();
        assertThat(draft.tree().path("routes").fieldNames()).toIterable().containsExactly("products", "orders", "help");
    }

    @Test
    void an_edit_that_cannot_be_done_changes_nothing() {
        ObjectNode before = draft.tree().deepCopy();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> draft.apply(Edit.rename(PRODUCTS, "orders", "Rename products")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> draft.apply(Edit.all(
                        List.of(Edit.delete(ORDERS, "Delete"), Edit.delete(ORDERS, "Delete again")), "Delete twice")));
        assertThat(draft.tree()).isEqualTo(before);
        assertThat(draft.undoNameProperty().get()).isEmpty();
    }

    @Test
    void the_first_object_of_a_kind_makes_its_collection_and_takes_it_along() {
        ObjectKey key = new ObjectKey("certificates", "shop");
        draft.apply(Edit.create(key, JsonNodeFactory.instance.objectNode(), "New certificate"));
        draft.undo();
        assertThat(draft.tree()).isEqualTo(Documents.shop());
    }

    @Test
    void marks_say_what_differs_and_where() {
        draft.apply(path("/p"));
        draft.apply(Edit.set(PRODUCTS, "/match/hosts", Documents.yaml("[a.example.com]"), "Change the hosts"));
        Marks marks = draft.marks(PRODUCTS);
        assertThat(marks.changed("/match/path")).isTrue();
        assertThat(marks.changed("/match")).isTrue();
        assertThat(marks.changed("/match/hosts/0")).isTrue();
        assertThat(marks.changed("/match/pathological")).isFalse();
        assertThat(marks.changed("/forward")).isFalse();
        assertThat(marks.count("/match")).isEqualTo(2);
    }

    @Test
    void everything_can_be_reverted_and_that_undone() {
        draft.apply(path("/p"));
        draft.apply(Edit.delete(ORDERS, "Delete orders"));
        ObjectNode edited = draft.tree().deepCopy();
        draft.revertAll();
        assertThat(draft.tree()).isEqualTo(Documents.shop());
        draft.undo();
        assertThat(draft.tree()).isEqualTo(edited);
    }

    @Test
    void broken_text_is_kept_until_the_object_is_edited() {
        draft.hold(PRODUCTS, "match: [", "The list is not closed.", 1);
        assertThat(draft.held(PRODUCTS)).isEqualTo(new Held("match: [", "The list is not closed.", 1));
        assertThat(draft.isUntouched()).isFalse();
        draft.apply(path("/p"));
        assertThat(draft.held(PRODUCTS)).isNull();
    }

    @Test
    void listeners_are_told_once_for_each_edit() {
        List<String> told = new ArrayList<>();
        draft.addListener(() -> told.add(draft.undoNameProperty().get()));
        draft.apply(path("/p"));
        draft.apply(path("/pr"));
        draft.undo();
        assertThat(told).containsExactly("Change the path", "Change the path", "");
    }

    private static Edit path(String path) {
        return Edit.set(PRODUCTS, "/match/path", TextNode.valueOf(path), "Change the path");
    }
}
