package dev.gatehouse.app.screen.routes;

import dev.gatehouse.app.look.Icon;
import dev.gatehouse.app.look.IconView;
import dev.gatehouse.app.look.StatusChip;
import dev.gatehouse.app.look.Tip;
import dev.gatehouse.app.text.Texts;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** The designer's head: the way back, the route's name and standing, and what can be done with it as a whole. */
final class DesignerHead extends HBox {
    /** Below this width, in letters' heights of the title, buttons show their icons only; tooltips say the words. */
    private static final double ROOM = 46;

    private final Designer designer;
    private final Label name = new Label();
    private final TextField naming = new TextField();
    private final Label refusal = new Label();

    DesignerHead(Designer designer, RoutesViewModel model, BooleanProperty side) {
        this.designer = designer;
        getStyleClass().addAll("screen-header", "designer-head");
        Button back = new Button(Texts.get("screen.routes"));
        back.setGraphic(new IconView(Icon.BACK));
        back.setId("routes-back");
        back.setMinWidth(USE_PREF_SIZE);
        back.getStyleClass().addAll("flat", "link");
        back.setOnAction(event -> model.back());
        name.setText(designer.name());
        name.getStyleClass().add("t-screen");
        naming.setText(designer.name());
        naming.getStyleClass().add("t-mono");
        naming.setAccessibleText(Texts.get("routes.rename"));
        refusal.getStyleClass().add("field-error");
        rename(false);
        naming.setOnAction(event -> {
            String why = designer.rename(naming.getText().strip());
            refusal.setText(why);
            if (why.isEmpty()) {
                rename(false);
            }
        });
        naming.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                rename(false);
                event.consume();
            }
        });
        StatusChip chip = new StatusChip();
        Label changes = new Label();
        changes.getStyleClass().add("fg-muted");
        changes.setMinWidth(USE_PREF_SIZE);
        Button revert = button("routes.revert", "routes.revert.help", Icon.UNDO, designer::revert);
        designer.headProperty().subscribe(now -> {
            chip.statusProperty().set(now.status());
            chip.wordProperty().set(now.words());
            changes.setText(
                    now.changes() == 0
                            ? ""
                            : now.changes() == 1
                                    ? Texts.get("routes.change")
                                    : Texts.get("routes.changes", now.changes()));
            revert.setDisable(now.changes() == 0);
        });
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        getChildren().addAll(back, new Label("/"), name, naming, refusal, chip, changes, space);
        List<Button> actions = List.of(
                button("routes.copy-curl", "routes.copy-curl.help", Icon.COPY, this::copy),
                button("routes.duplicate", "routes.duplicate.help", Icon.ADD, () -> model.duplicate(designer.name())),
                revert);
        getChildren().addAll(actions);
        getChildren().addAll(toggle(side), more(model));
        name.setMinWidth(0);
        widthProperty().addListener((property, before, now) -> {
            boolean room = now.doubleValue() >= ROOM * name.getFont().getSize();
            actions.forEach(each -> each.setContentDisplay(room ? ContentDisplay.LEFT : ContentDisplay.GRAPHIC_ONLY));
        });
    }

    private Node more(RoutesViewModel model) {
        MenuButton more = new MenuButton();
        more.setGraphic(new IconView(Icon.MORE));
        more.getStyleClass().addAll("flat", "icon-only");
        more.setAccessibleText(Texts.get("routes.more"));
        more.getItems()
                .setAll(
                        RoutesView.item("routes.rename", Icon.EDIT, () -> rename(true)),
                        RoutesView.item(
                                "routes.traffic",
                                Icon.TRAFFIC,
                                () -> designer.ways().traffic("route:" + designer.name())),
                        RoutesView.item("routes.delete", Icon.DELETE, () -> model.delete(designer.name())));
        return more;
    }

    private void rename(boolean on) {
        name.setVisible(!on);
        name.setManaged(!on);
        naming.setVisible(on);
        naming.setManaged(on);
        refusal.setText("");
        if (on) {
            naming.setText(designer.name());
            naming.requestFocus();
            naming.selectAll();
        }
    }

    private void copy() {
        ClipboardContent content = new ClipboardContent();
        content.putString(designer.curl());
        Clipboard.getSystemClipboard().setContent(content);
    }

    private static Button button(String key, String help, Icon icon, Runnable action) {
        Button button = new Button(Texts.get(key));
        button.setGraphic(new IconView(icon));
        button.setTooltip(new Tip(Texts.get(help)));
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(event -> action.run());
        return button;
    }

    private static ToggleButton toggle(BooleanProperty side) {
        ToggleButton toggle = new ToggleButton();
        toggle.setGraphic(new IconView(Icon.SIDEBAR));
        toggle.setAccessibleText(Texts.get("routes.side"));
        toggle.setTooltip(new Tip(Texts.get("routes.side")));
        toggle.setId("routes-side");
        toggle.selectedProperty().bindBidirectional(side);
        return toggle;
    }
}
