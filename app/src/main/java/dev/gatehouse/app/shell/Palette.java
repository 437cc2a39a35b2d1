package dev.gatehouse.app.shell;

import dev.gatehouse.app.look.IconView;
import dev.gatehouse.app.text.Texts;
import javafx.collections.ListChangeListener;
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

/** Finds a command or an object by its words and opens it, all from the keyboard. */
final class Palette extends VBox {
    private final PaletteSearch search;
    private final ListView<PaletteEntry> list;
    private final TextField field = new TextField();
    private final Runnable close;

    Palette(PaletteSearch search, Runnable close) {
        this.search = search;
        this.close = close;
        list = new ListView<>(search.found());
        list.setCellFactory(view -> new Row());
        list.setFocusTraversable(false);
        list.setOnMouseClicked(event -> run());
        list.setAccessibleText(Texts.get("palette.found"));
        Label nothing = new Label(Texts.get("palette.nothing"));
        nothing.textProperty()
                .bind(search.searchingProperty()
                        .map(on -> on ? Texts.get("palette.searching") : Texts.get("palette.nothing")));
        list.setPlaceholder(nothing);
        search.found().addListener((ListChangeListener<PaletteEntry>) change -> {
            if (list.getSelectionModel().isEmpty()) {
                list.getSelectionModel().selectFirst();
            }
        });
        field.setPromptText(Texts.get("palette.prompt"));
        field.setAccessibleText(Texts.get("palette.prompt"));
        field.textProperty().addListener((property, before, now) -> {
            search.look(now);
            list.getSelectionModel().selectFirst();
        });
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        StackPane input = new StackPane(field);
        input.getStyleClass().add("palette-input");
        getStyleClass().addAll("layer", "palette");
        getChildren().addAll(input, list);
        search.look("");
        list.getSelectionModel().selectFirst();
    }

    void focus() {
        field.requestFocus();
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
            leave();
            event.consume();
        }
    }

    private void run() {
        PaletteEntry entry = list.getSelectionModel().getSelectedItem();
        if (entry != null) {
            leave();
            entry.open().run();
        }
    }

    private void leave() {
        search.close();
        close.run();
    }

    private static final class Row extends ListCell<PaletteEntry> {
        private final Label title = new Label();
        private final Label detail = new Label();
        private final Label keys = new Label();
        private final HBox line = new HBox();

        Row() {
            Region space = new Region();
            HBox.setHgrow(space, Priority.ALWAYS);
            line.getStyleClass().addAll("gap-4", "align-left");
            keys.getStyleClass().add("key-cap");
            detail.getStyleClass().add("t-help");
            detail.setWrapText(false);
            line.getChildren().addAll(new Label(), title, space, detail, keys);
        }

        @Override
        protected void updateItem(PaletteEntry entry, boolean empty) {
            super.updateItem(entry, empty);
            if (empty || entry == null) {
                setGraphic(null);
                return;
            }
            line.getChildren().set(0, new IconView(entry.icon()));
            title.setText(entry.title());
            detail.setText(entry.detail());
            keys.setText(entry.keys());
            keys.setVisible(!entry.keys().isEmpty());
            keys.setManaged(!entry.keys().isEmpty());
            setGraphic(line);
        }
    }
}
