package dev.gatehouse.app.screen.certificates;

import dev.gatehouse.app.look.Icon;
import dev.gatehouse.app.screen.ScreenView;
import dev.gatehouse.app.screen.object.ObjectList;
import dev.gatehouse.app.shell.Layers;
import dev.gatehouse.app.table.DataTable;
import dev.gatehouse.app.table.DetailSplit;
import dev.gatehouse.app.table.EmptyState;
import dev.gatehouse.app.table.FilterField;
import dev.gatehouse.app.table.LoadingLine;
import dev.gatehouse.app.table.Tools;
import dev.gatehouse.app.text.Texts;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The Certificates screen's controller. */
public final class CertificatesView implements ScreenView {
    private final CertificatesViewModel model;
    private final ChooseFiles files;
    private final Supplier<Layers> layers;
    private final DataTable<CertificateRow> table;

    @FXML
    private VBox root;

    @FXML
    private Label count;

    @FXML
    private FilterField filter;

    @FXML
    private Button bring;

    @FXML
    private MenuButton more;

    @FXML
    private LoadingLine loading;

    @FXML
    private HBox problem;

    @FXML
    private Label problemWords;

    @FXML
    private Button again;

    @FXML
    private DetailSplit split;

    private ObjectList<CertificateRow> list;

    /**
     * A view of this model.
     *
     * @param files asks for files to import
     * @param layers where an import takes place
     */
    @SuppressWarnings("NullAway.Init") // the loader fills the fields in, initialize the rest
    public CertificatesView(CertificatesViewModel model, Tools tools, ChooseFiles files, Supplier<Layers> layers) {
        this.model = model;
        this.files = files;
        this.layers = layers;
        table = new DataTable<>("certificates", model.rows(), CertificateRow::name, tools);
    }

    @FXML
    private void initialize() {
        CertificatePane pane = new CertificatePane(model, this::bring, () -> list.close());
        list = new ObjectList<>(
                table,
                split,
                pane,
                "certificates.split",
                model.edits(),
                CertificateRow::name,
                model::choose,
                model.memoryProperty());
        list.closeFrom(root);
        split.openProperty().bind(model.chosenProperty().map(row -> true).orElse(false));
        table.whenEmpty(new EmptyState(Icon.CERTIFICATE, Texts.get("certificates.none"))
                .with(Texts.get("certificates.import"), () -> bring("")));
        count.textProperty().bind(model.rows().countProperty());
        filter.join(model.rows(), root);
        bring.setOnAction(event -> bring(""));
        more.getItems().setAll(table.tableItems());
        loading.join(model.session().loading(), model.known().loading());
        table.whileLoading(loading);
        problemWords.textProperty().bind(model.problemProperty());
        show(problem, model.problemProperty().map(words -> !words.isEmpty()));
        again.setOnAction(event -> model.reload());
        model.importing().subscribe(asked -> {
            if (asked) {
                model.importing().set(false);
                bring("");
            }
        });
    }

    @Override
    public void go(String selection, String filtered) {
        if (!filtered.isEmpty()) {
            filter.setText(filtered);
        }
        if (!selection.isEmpty()) {
            model.choose(selection);
            table.select(selection);
        }
    }

    @Override
    public void shown() {
        // A split has its parts as children only after it is dressed, and what is no child yet takes no focus.
        root.applyCss();
        table.focus();
    }

    private void bring(String renews) {
        ImportModel begun = model.begin(renews, name -> {
            layers.get().close();
            model.choose(name);
            table.select(name);
        });
        if (begun != null) {
            ImportSheet sheet = new ImportSheet(begun, files, layers.get()::close);
            layers.get().sheet(sheet, begun::close);
            sheet.focus();
        }
    }

    private static void show(Node node, ObservableValue<Boolean> when) {
        node.visibleProperty().bind(when);
        node.managedProperty().bind(when);
    }
}
