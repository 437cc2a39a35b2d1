package dev.gatehouse.app.screen.routes;

import dev.gatehouse.app.client.Injection;
import dev.gatehouse.app.fault.FaultWords;
import dev.gatehouse.app.look.Status;
import dev.gatehouse.app.look.StatusMark;
import dev.gatehouse.app.text.Texts;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Above the form of the stop where a route ends: the faults that are injected there now, each with its end. */
final class FaultPane extends VBox {
    private final Designer designer;
    private final VBox running = new VBox();
    private List<String> shown = List.of();

    FaultPane(Designer designer) {
        this.designer = designer;
        running.getStyleClass().add("gap-2");
        getStyleClass().add("faults");
        getChildren().add(running);
        designer.stopsProperty().subscribe(stops -> show());
        designer.chosenProperty().subscribe(id -> show());
    }

    private void show() {
        boolean here = designer.chosen().id().equals("forward");
        List<Injection> faults = here ? designer.faults().running() : List.of();
        setVisible(!faults.isEmpty());
        setManaged(!faults.isEmpty());
        List<String> ids = faults.stream().map(Injection::id).toList();
        // A button that is being pressed must not be made anew by the second that has passed.
        if (!ids.equals(shown)) {
            shown = ids;
            running.getChildren().setAll(faults.stream().map(this::line).toList());
        }
        for (int i = 0; i < faults.size(); i++) {
            say((HBox) running.getChildren().get(i), faults.get(i));
        }
    }

    private HBox line(Injection fault) {
        Label words = new Label();
        words.setGraphic(new StatusMark(Status.ATTENTION));
        words.getStyleClass().addAll("t-strong", "fg-warning");
        Label more = new Label();
        more.getStyleClass().add("fg-muted");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Button end = new Button(Texts.get("injection.end"));
        end.setMinWidth(USE_PREF_SIZE);
        end.setOnAction(event -> designer.faults().end(fault));
        HBox line = new HBox(new VBox(words, more), space, end);
        line.getStyleClass().addAll("gap-3", "align-left");
        return line;
    }

    private void say(HBox line, Injection fault) {
        VBox said = (VBox) line.getChildren().getFirst();
        ((Label) said.getChildren().getFirst()).setText(Texts.get("injection.running", FaultWords.brief(fault)));
        ((Label) said.getChildren().getLast())
                .setText(Texts.get(
                        "injection.running.more",
                        FaultWords.left(fault, designer.faults().now()),
                        fault.hits(),
                        fault.author()));
    }
}
