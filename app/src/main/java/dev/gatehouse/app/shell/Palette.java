package dev.gatehouse.app.shell;

import dev.gatehouse.app.command.Command;
import dev.gatehouse.app.command.CommandButtons;
import dev.gatehouse.app.look.IconView;
import dev.gatehouse.app.text.Texts;
import java.util.List;
import java.util.Locale;
import javafx.collections.FXCollections;
import javafx.collections.transformation.FilteredList;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Finds a command by its words and runs it, all from the keyboard. */
final class Palette extends VBox {
    private final FilteredList<Command> found;
    private final ListView<Command> list;
    private final TextField field = new TextField();
    private final Runnable close;

    Palette(List<Command> commands, Runnable close) {
        this.close = close;
        found = new FilteredList<>(FXCollections.observableArrayList(
                commands.stream().filter(command -> command.possible().get()).toList()));
        list = new ListView<>(found);
        list.setCellFactory(view -> new Row());
        list.setPlaceholder(new Label(Texts.get("palette.nothing")));
        list.setFocusTraversable(false);
        list.setOnMouseClicked(event -> run());
        field.setPromptText(Texts.get("palette.prompt"));
        field.textProperty().addListener((property, before, now) -> narrow(now));
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        StackPane input = new StackPane(field);
        input.getStyleClass().add("palette-input");
        getStyleClass().addAll("layer", "palette");
        getChildren().addAll(input, list);
        narrow("");
    }

    void focus() {
        field.requestFocus();
    }

    private void narrow(String text) {
        String[] words = text.toLowerCase(Locale.ROOT).strip().split("\\s+");
        found.setPredicate(command -> {
            String title = command.title().toLowerCase(Locale.ROOT);
            for (String word : words) {
                if (!title.contains(word)) {
                    return false;
                }
            }
            return true;
        });
        list.getSelectionModel().selectFirst();
    }

    private void key(KeyEvent event) {
        KeyCode code = event.getCode();
        if (code == KeyCode.DOWN || code == KeyCode.UP) {
            if (code == KeyCode.DOWN) {
                list.getSelectionModel().selectNext();
            } else {
                list.getSelectionModel().selectPrevious();
            }
            list.scrollTo(list.getSelectionModel().getSelectedIndex());
            event.consume();
        } else if (code == KeyCode.ENTER) {
            run();
            event.consume();
        } else if (code == KeyCode.ESCAPE) {
            close.run();
            event.consume();
        }
    }

    private void run() {
        Command command = list.getSelectionModel().getSelectedItem();
        if (command != null) {
            close.run();
            command.run();
        }
    }

    private static final class Row extends ListCell<Command> {
        private final Label title = new Label();
        private final Label keys = new Label();
        private final HBox line = new HBox();

        Row() {
            Region space = new Region();
            HBox.setHgrow(space, Priority.ALWAYS);
            line.getStyleClass().addAll("gap-4", "align-left");
            keys.getStyleClass().add("key-cap");
            line.getChildren().addAll(new Label(), title, space, keys);
        }

        @Override
        protected void updateItem(Command command, boolean empty) {
            super.updateItem(command, empty);
            if (empty) {
                setGraphic(null);
                return;
            }
            line.getChildren().set(0, new IconView(command.icon()));
            title.setText(command.title());
            keys.setText(CommandButtons.display(command.shortcut()));
            keys.setVisible(command.shortcut() != null);
            setGraphic(line);
        }
    }
}
