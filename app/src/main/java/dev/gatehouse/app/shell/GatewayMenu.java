package dev.gatehouse.app.shell;

import dev.gatehouse.app.look.Icon;
import dev.gatehouse.app.look.IconView;
import dev.gatehouse.app.look.StatusMark;
import dev.gatehouse.app.look.Tip;
import dev.gatehouse.app.text.Texts;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The gateways under the profile chip: how each stands, and the way to it; the arrows move among them. */
final class GatewayMenu extends VBox {
    private final Runnable close;

    /**
     * A menu.
     *
     * @param more what follows the gateways, such as adding one
     */
    GatewayMenu(List<GatewayChoice> choices, List<Button> more, Runnable close) {
        this.close = close;
        Label title = new Label(Texts.get("gateways.title"));
        title.getStyleClass().add("navigation-group");
        getStyleClass().addAll("layer", "gateway-menu");
        getChildren().add(title);
        choices.forEach(choice -> getChildren().add(row(choice)));
        VBox below = new VBox();
        below.getStyleClass().add("gateway-menu-more");
        more.forEach(button -> {
            button.getStyleClass().addAll("flat", "gateway-more");
            button.setMaxWidth(Double.MAX_VALUE);
            button.addEventHandler(javafx.event.ActionEvent.ACTION, event -> close.run());
            below.getChildren().add(button);
        });
        getChildren().add(below);
        setMaxHeight(USE_PREF_SIZE);
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    }

    /** Gives the gateway on show the focus. */
    void focus() {
        lookupAll(".gateway-choice").stream()
                .filter(node -> node.getStyleClass().contains("on-show"))
                .findFirst()
                .or(() -> lookupAll(".gateway-choice").stream().findFirst())
                .ifPresent(node -> node.requestFocus());
    }

    private void key(KeyEvent event) {
        List<Button> all =
                lookupAll(".gateway-choice").stream().map(node -> (Button) node).toList();
        int here = all.indexOf(getScene().getFocusOwner());
        int by = event.getCode() == KeyCode.DOWN ? 1 : event.getCode() == KeyCode.UP ? -1 : 0;
        if (by != 0 && !all.isEmpty()) {
            all.get(Math.floorMod(here + by, all.size())).requestFocus();
            event.consume();
        }
    }

    private HBox row(GatewayChoice choice) {
        Label name = new Label(choice.name());
        name.getStyleClass().add("t-strong");
        Label state = new Label(choice.words(), new StatusMark(choice.status()));
        state.getStyleClass().add("t-help");
        state.setWrapText(false);
        Label detail = new Label(choice.detail());
        detail.getStyleClass().addAll("t-mono", "fg-subtle");
        HBox second = new HBox(state, detail);
        second.getStyleClass().addAll("gap-4", "align-left");
        Button open = new Button(null, new VBox(name, second));
        open.getStyleClass().addAll("flat", "gateway-choice");
        if (choice.onShow()) {
            open.getStyleClass().add("on-show");
        }
        open.setAccessibleText(choice.name() + ", " + choice.words());
        open.setMaxWidth(Double.MAX_VALUE);
        open.setOnAction(event -> leave(choice.open()));
        HBox.setHgrow(open, Priority.ALWAYS);
        HBox row = new HBox(open);
        row.getStyleClass().add("saved-row");
        add(row, Icon.EDIT, Texts.get("gateways.edit", choice.name()), choice.edit());
        add(row, Icon.DELETE, Texts.get("gateways.remove", choice.name()), choice.remove());
        return row;
    }

    private void add(HBox row, Icon icon, String words, @Nullable Runnable action) {
        if (action != null) {
            Button button = new Button(null, new IconView(icon));
            button.getStyleClass().addAll("flat", "icon-only");
            button.setAccessibleText(words);
            button.setTooltip(new Tip(words));
            button.setOnAction(event -> leave(action));
            row.getChildren().add(button);
        }
    }

    private void leave(Runnable next) {
        close.run();
        next.run();
    }
}
