package dev.gatehouse.app.screen.listeners;

import dev.gatehouse.app.look.StatusChip;
import dev.gatehouse.app.screen.object.ObjectForm;
import dev.gatehouse.app.screen.object.ObjectHead;
import dev.gatehouse.app.screen.object.ObjectTabs;
import dev.gatehouse.app.table.Facts;
import dev.gatehouse.app.text.Texts;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The listener that is looked at, in full. */
final class ListenerPane extends VBox {
    private final ListenersViewModel model;
    private final ObjectHead head;
    private final ObjectForm form;
    private final ObjectTabs tabs;
    private final StatusChip state = new StatusChip();
    private final Facts facts = new Facts();
    private final VBox limits = new VBox();

    ListenerPane(ListenersViewModel model, Runnable close) {
        this.model = model;
        form = new ObjectForm(model.session(), "listeners");
        head = new ObjectHead(state, model.edits(), model::choose, close);
        Label title = new Label(Texts.get("listeners.limits"));
        title.getStyleClass().add("t-section");
        VBox section = new VBox(title, limits);
        section.getStyleClass().addAll("detail-section", "gap-3");
        limits.getStyleClass().add("gap-2");
        VBox body = new VBox(facts, section);
        body.getStyleClass().addAll("detail-body", "gap-5");
        ScrollPane scroll = new ScrollPane(body);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("detail-scroll");
        getStyleClass().add("surface");
        tabs = new ObjectTabs(scroll, form);
        getChildren().addAll(head, tabs);
        model.chosenProperty().subscribe(this::show);
        model.edits().aim().follow(pointer -> {
            tabs.showSettings();
            form.edit(pointer);
        });
    }

    private void show(@Nullable ListenerRow row) {
        if (row == null) {
            return;
        }
        head.show(row.name(), row.change());
        form.show(row.name());
        state.statusProperty().set(row.status());
        state.wordProperty().set(row.state());
        facts.clear();
        facts.mono("listeners.fact.bound", row.bound())
                .mono("listeners.fact.configured", row.configured())
                .text("listeners.fact.role", row.role())
                .link(
                        "listeners.fact.calls",
                        Texts.get("listeners.fact.calls.open"),
                        () -> model.ways().traffic("listener:" + row.name()));
        limits.getChildren().clear();
        for (ListenerRow.Limit limit : row.limits()) {
            Label line = new Label(limit.name() + ": " + limit.value());
            line.getStyleClass().add("t-mono");
            limits.getChildren().add(line);
        }
        if (row.limits().isEmpty()) {
            Label none = new Label(Texts.get("listeners.limits.none"));
            none.getStyleClass().addAll("t-help", "wrapped");
            limits.getChildren().add(none);
        }
    }

    /** Shows the settings of what is looked at. */
    void showSettings() {
        tabs.showSettings();
    }
}
