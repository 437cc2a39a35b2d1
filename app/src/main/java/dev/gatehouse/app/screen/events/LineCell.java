package dev.gatehouse.app.screen.events;

import dev.gatehouse.app.client.GatewayEvent;
import dev.gatehouse.app.look.Icon;
import dev.gatehouse.app.look.IconView;
import dev.gatehouse.app.look.StatusMark;
import dev.gatehouse.app.look.Tip;
import dev.gatehouse.app.table.Times;
import dev.gatehouse.app.text.Texts;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;

/** A line of the timeline: when, how bad, what, about what, why, and how often. */
final class LineCell extends ListCell<Line> {
    private static final PseudoClass BREAK = PseudoClass.getPseudoClass("break");
    private static final PseudoClass REPEAT = PseudoClass.getPseudoClass("repeat");

    private final EventsViewModel model;
    private final Label begin = new Label();
    private final Label time = new Label();
    private final StatusMark mark = new StatusMark();
    private final Label kind = new Label();
    private final Hyperlink object = new Hyperlink();
    private final Label words = new Label();
    private final Button times = new Button();
    private final HBox line = new HBox(time, mark, kind, object, words, times);
    private final Tip said = new Tip();

    LineCell(EventsViewModel model) {
        this.model = model;
        begin.getStyleClass().add("t-label");
        time.getStyleClass().addAll("t-mono", "event-when");
        kind.getStyleClass().addAll("t-strong", "event-kind");
        object.getStyleClass().add("event-object");
        // The list is one stop for Tab; Enter opens what a line is about.
        object.setFocusTraversable(false);
        words.getStyleClass().add("event-words");
        words.setTooltip(said);
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMinWidth(0);
        words.setMaxWidth(Double.MAX_VALUE);
        times.getStyleClass().addAll("flat", "event-times");
        times.setFocusTraversable(false);
        line.getStyleClass().add("event-line");
        times.managedProperty().bind(times.visibleProperty());
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable Line now, boolean empty) {
        super.updateItem(now, empty);
        Line shown = empty ? null : now;
        pseudoClassStateChanged(BREAK, shown instanceof Line.Break);
        pseudoClassStateChanged(REPEAT, shown instanceof Line.Repeat);
        setDisable(shown instanceof Line.Break);
        setAccessibleText(null);
        switch (shown) {
            case null -> setGraphic(null);
            case Line.Break one -> {
                begin.setText(one.words());
                setGraphic(begin);
            }
            case Line.Row row -> {
                fill(
                        row.event(),
                        row.folds() ? Texts.get("events.times", row.events().size()) : "");
                times.setVisible(row.folds());
                times.setOnAction(event -> model.toggle(row));
                String how = Texts.get(
                        row.open() ? "events.times.close" : "events.times.open",
                        row.events().size());
                times.setAccessibleText(how);
                times.setTooltip(new Tip(how));
                times.setText(Texts.get("events.times", row.events().size()));
                times.setGraphic(new IconView(row.open() ? Icon.CHEVRON_DOWN : Icon.CHEVRON_RIGHT));
            }
            case Line.Repeat one -> {
                fill(one.event(), "");
                times.setVisible(false);
            }
        }
    }

    private void fill(GatewayEvent event, String often) {
        Severity severity = Severity.of(event);
        time.setText(Times.clock(event.time()));
        mark.setStatus(severity.status());
        kind.setText(EventKind.title(event));
        object.setText(EventLeads.words(event));
        object.setDisable(!EventLeads.leads(event));
        object.setOnAction(clicked -> {
            object.setVisited(false);
            model.event().leads().open(event);
        });
        words.setText(EventKind.words(event));
        said.setText(event.message());
        setAccessibleText(
                Texts.get("events.line", severity.word(), kind.getText(), object.getText(), words.getText(), often));
        setGraphic(line);
    }
}
