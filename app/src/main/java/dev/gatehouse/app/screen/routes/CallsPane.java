package dev.gatehouse.app.screen.routes;

import dev.gatehouse.app.chart.Figures;
import dev.gatehouse.app.client.Call;
import dev.gatehouse.app.client.Calls;
import dev.gatehouse.app.look.Icon;
import dev.gatehouse.app.look.IconView;
import dev.gatehouse.app.text.Texts;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The last calls of a route. Enter opens one in the traffic; a button takes it into the test. */
final class CallsPane extends VBox {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneId.systemDefault());

    CallsPane(Designer designer, Consumer<Call> test) {
        ListView<Call> list = new ListView<>();
        list.setAccessibleText(Texts.get("routes.tab.calls"));
        Label none = new Label();
        none.getStyleClass().add("fg-muted");
        none.textProperty().bind(designer.calls().stateProperty());
        list.setPlaceholder(none);
        list.setCellFactory(any -> new CallCell());
        designer.calls().callsProperty().subscribe(found -> list.getItems().setAll(found));
        Button take = new Button(Texts.get("routes.calls.test"));
        take.disableProperty()
                .bind(list.getSelectionModel().selectedItemProperty().isNull());
        take.setOnAction(event -> test.accept(list.getSelectionModel().getSelectedItem()));
        Button again = new Button(Texts.get("routes.calls.again"));
        again.setGraphic(new IconView(Icon.REFRESH));
        again.getStyleClass().add("flat");
        again.setOnAction(event -> designer.calls().read());
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox foot = new HBox(take, space, again);
        foot.getStyleClass().addAll("form-foot");
        list.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                open(designer, list.getSelectionModel().getSelectedItem());
            }
        });
        list.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) {
                open(designer, list.getSelectionModel().getSelectedItem());
            }
        });
        VBox.setVgrow(list, Priority.ALWAYS);
        getChildren().addAll(list, foot);
    }

    private static void open(Designer designer, @Nullable Call call) {
        if (call != null) {
            designer.ways().call(call.id());
        }
    }

    private static final class CallCell extends ListCell<Call> {
        @Override
        protected void updateItem(@Nullable Call call, boolean empty) {
            super.updateItem(call, empty);
            if (empty || call == null) {
                setGraphic(null);
                return;
            }
            Label status = mono(call.status() == 0 ? Figures.NONE : String.valueOf(call.status()));
            status.getStyleClass().add("status-" + call.status() / 100 + "xx");
            Label path = mono(Calls.target(call));
            HBox.setHgrow(path, Priority.ALWAYS);
            path.setMaxWidth(Double.MAX_VALUE);
            path.setMinWidth(0);
            Label time = mono(TIME.format(call.time()));
            time.getStyleClass().add("fg-muted");
            Label method = mono(call.method());
            method.getStyleClass().setAll("label", "t-mono-strong");
            HBox line = new HBox(time, status, method, path, mono(Figures.milliseconds(call.durationMs())));
            line.getStyleClass().addAll("gap-3", "align-left");
            setGraphic(line);
            setMinWidth(0);
            setPrefWidth(1);
        }

        private static Label mono(String text) {
            Label label = new Label(text);
            label.getStyleClass().add("t-mono");
            label.setMinWidth(USE_PREF_SIZE);
            return label;
        }
    }
}
