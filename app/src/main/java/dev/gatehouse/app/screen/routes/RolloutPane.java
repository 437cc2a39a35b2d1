package dev.gatehouse.app.screen.routes;

import dev.gatehouse.app.command.Off;
import dev.gatehouse.app.effect.Rollout;
import dev.gatehouse.app.look.Icon;
import dev.gatehouse.app.look.IconView;
import dev.gatehouse.app.look.Status;
import dev.gatehouse.app.look.Tip;
import dev.gatehouse.app.shell.Layers;
import dev.gatehouse.app.text.Texts;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Above the form of the stop where requests are forwarded: where a hundred of them go, and the usual next moves. */
final class RolloutPane extends VBox {
    private final Designer designer;
    private final VBox words = new VBox();
    private final FlowPane moves = new FlowPane();
    private final Button inject;
    private @Nullable Object shown;

    RolloutPane(Designer designer, Supplier<Layers> layers) {
        this.designer = designer;
        inject = new Button(Texts.get("injection.begin"), new IconView(Icon.ALERT));
        inject.setId("inject-fault");
        inject.setTooltip(new Tip(Texts.get("injection.begin.help")));
        inject.setOnAction(event -> {
            Runnable close = () -> layers.get().close();
            FaultDialog dialog = new FaultDialog(designer.faults().begin(close), close);
            layers.get().dialog(dialog);
            dialog.focus();
        });
        Off.join(inject, designer.headProperty().map(now -> designer.faults().refusal()));
        getStyleClass().add("rollout");
        words.getStyleClass().add("gap-3");
        moves.getStyleClass().add("rollout-moves");
        getChildren().addAll(words, moves);
        designer.stopsProperty().subscribe(stops -> show());
        designer.chosenProperty().subscribe(id -> show());
    }

    private void show() {
        boolean here = designer.chosen().id().equals("forward");
        boolean possible = designer.faults().arePossible();
        Rollout rollout = designer.chosen().rollout();
        setVisible(here && (possible || rollout != null));
        setManaged(isVisible());
        List<String> upstreams = designer.upstreams();
        List<?> now = Arrays.asList(rollout, upstreams, designer.isBroken(), possible);
        // A button that is being pressed must not be made anew by a second's news of targets.
        if (now.equals(shown)) {
            return;
        }
        shown = now;
        words.getChildren().clear();
        moves.getChildren().clear();
        if (rollout != null) {
            showWords(rollout, upstreams);
            showMoves(rollout);
        }
        if (possible) {
            moves.getChildren().add(inject);
        }
        words.setVisible(!words.getChildren().isEmpty());
        words.setManaged(words.isVisible());
    }

    private void showWords(Rollout rollout, List<String> upstreams) {
        RolloutLines lines = new RolloutLines(rollout);
        if (rollout.isSplit()) {
            FlowPane legend = new FlowPane();
            legend.getStyleClass().add("rollout-legend");
            legend.getChildren().setAll(lines.legend(upstreams));
            words.getChildren().addAll(lines.rules());
            words.getChildren().addAll(new SharesBar(rollout.parts()), legend);
            words.getChildren()
                    .add(
                            rollout.hasWeight()
                                    ? sentence(rollout.preview())
                                    : RolloutLines.note(Status.BAD, rollout.preview()));
        }
        if (!rollout.sticky().isEmpty()) {
            words.getChildren().add(sentence(rollout.sticky()));
        }
        if (rollout.mirror() != null) {
            words.getChildren().add(sentence(rollout.mirror().words()));
        }
    }

    private void showMoves(Rollout rollout) {
        Moves now = designer.moves();
        if (now == null) {
            return;
        }
        for (Moves.Move move : now.forth()) {
            Button button = new Button(move.words());
            button.setOnAction(event -> designer.take(move));
            moves.getChildren().add(button);
        }
        if (!rollout.isSplit()) {
            moves.getChildren().add(menu("routes.move.part", "routes.move.part.help", Icon.ROUTE, now.others()));
        }
        HBox last = new HBox(menu("routes.move.canary", "routes.move.canary.help", Icon.ADD, now.canaries()));
        last.getChildren().add(menu("routes.move.mirror", "routes.move.mirror.help", Icon.COPY, now.mirrors()));
        last.getStyleClass().add("gap-3");
        if (!now.back().isEmpty()) {
            MenuButton more = menu("routes.move.more", "routes.move.more", Icon.MORE, now.back());
            more.setText("");
            more.getStyleClass().addAll("flat", "icon-only");
            last.getChildren().add(more);
        }
        moves.getChildren().add(last);
    }

    private MenuButton menu(String key, String help, Icon icon, List<Moves.Move> choices) {
        MenuButton menu = new MenuButton(Texts.get(key), new IconView(icon));
        menu.setAccessibleText(Texts.get(key));
        for (Moves.Move move : choices) {
            MenuItem item = new MenuItem(move.words());
            item.setMnemonicParsing(false);
            item.setOnAction(event -> designer.take(move));
            menu.getItems().add(item);
        }
        if (choices.isEmpty()) {
            MenuItem none = new MenuItem(Texts.get("routes.move.no-other"));
            none.setDisable(true);
            menu.getItems().add(none);
        }
        menu.setTooltip(new Tip(Texts.get(help)));
        return menu;
    }

    private static Label sentence(String text) {
        Label sentence = new Label(text);
        sentence.getStyleClass().add("words");
        sentence.setWrapText(true);
        sentence.setMinHeight(USE_PREF_SIZE);
        return sentence;
    }
}
