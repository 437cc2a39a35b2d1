package dev.gatehouse.app.screen.certificates;

import atlantafx.base.controls.PasswordTextField;
import dev.gatehouse.app.certificate.Expiry;
import dev.gatehouse.app.client.CertificateFacts;
import dev.gatehouse.app.client.Finding;
import dev.gatehouse.app.client.Inspection;
import dev.gatehouse.app.command.Off;
import dev.gatehouse.app.look.Icon;
import dev.gatehouse.app.look.IconView;
import dev.gatehouse.app.look.Status;
import dev.gatehouse.app.look.StatusMark;
import dev.gatehouse.app.look.Tip;
import dev.gatehouse.app.table.Facts;
import dev.gatehouse.app.table.LoadingLine;
import dev.gatehouse.app.text.Texts;
import java.io.File;
import java.time.Instant;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Takes a certificate in: what is given at the top, what it is below, one button. A key is never shown again. */
final class ImportSheet extends VBox {
    private static final PseudoClass DANGER = PseudoClass.getPseudoClass("danger");

    private final ImportModel model;
    private final StackPane area = new StackPane();
    private final Label given = new Label();
    private final Button over = new Button(Texts.get("certificates.import.over"));
    private final PasswordTextField password = new PasswordTextField();
    private final Facts facts = new Facts();
    private final VBox chain = new VBox();
    private final VBox remarks = new VBox();
    private final VBox found = new VBox();
    private final VBox half = new VBox();
    private final TextField name = new TextField();

    ImportSheet(ImportModel model, ChooseFiles files, Runnable close) {
        this.model = model;
        getStyleClass().add("import-sheet");
        Button store = new Button(
                Texts.get(model.renews().isEmpty() ? "certificates.import.store" : "certificates.import.renew"));
        store.setDefaultButton(true);
        store.setId("import-store");
        store.setOnAction(event -> model.store());
        Off.join(store, model.whyProperty());
        Button cancel = new Button(Texts.get("certificates.import.cancel"));
        cancel.getStyleClass().add("flat");
        cancel.setOnAction(event -> close.run());
        LoadingLine loading = new LoadingLine();
        loading.join(model.storing());
        HBox foot = new HBox(store, cancel);
        foot.getStyleClass().addAll("form-foot");
        VBox content = new VBox(give(files), problem(), found, half);
        content.getStyleClass().addAll("pad-5", "gap-5");
        fillFound();
        half.getStyleClass().addAll("gap-3");
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("import-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(head(close), loading, scroll, foot);
        setOnDragOver(event -> {
            if (event.getDragboard().hasFiles()) {
                event.acceptTransferModes(TransferMode.COPY);
            }
        });
        setOnDragDropped(event -> {
            model.files(
                    event.getDragboard().getFiles().stream().map(File::toPath).toList());
            event.setDropCompleted(true);
        });
        model.givenProperty().subscribe(this::showGiven);
        model.inspectionProperty().subscribe(this::showFound);
        model.halfProperty().subscribe(this::showHalf);
    }

    private Node head(Runnable close) {
        Label title = new Label(
                model.renews().isEmpty()
                        ? Texts.get("certificates.import.sheet")
                        : Texts.get("certificates.import.sheet.renew", model.renews()));
        title.getStyleClass().addAll("t-section", "detail-title");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Button shut = new Button(null, new IconView(Icon.CLOSE));
        shut.getStyleClass().addAll("flat", "icon-only");
        shut.setTooltip(new Tip(Texts.get("object.close")));
        shut.setAccessibleText(Texts.get("object.close"));
        shut.setOnAction(event -> close.run());
        HBox head = new HBox(title, space, shut);
        head.getStyleClass().add("detail-header");
        return head;
    }

    private Node give(ChooseFiles files) {
        Label help = new Label(Texts.get("certificates.import.help"));
        help.getStyleClass().addAll("t-help", "wrapped");
        refresh();
        Button choose = new Button(Texts.get("certificates.import.choose"));
        choose.setOnAction(event -> {
            var chosen = files.choose(getScene().getWindow());
            if (!chosen.isEmpty()) {
                model.files(chosen);
            }
        });
        choose.setMinWidth(Region.USE_PREF_SIZE);
        over.getStyleClass().addAll("flat", "link");
        over.setMinWidth(Region.USE_PREF_SIZE);
        over.setOnAction(event -> model.startOver());
        given.getStyleClass().add("words");
        HBox line = new HBox(choose, given, over);
        HBox.setHgrow(given, Priority.ALWAYS);
        line.getStyleClass().addAll("gap-3", "align-left");
        // What is typed is masked; the property beside it holds it.
        password.passwordProperty()
                .addListener((property, before, now) -> model.passwordProperty().set(now));
        model.passwordProperty().subscribe(now -> {
            if (now.isEmpty() && !password.getPassword().isEmpty()) {
                password.setText("");
            }
        });
        password.getStyleClass().addAll("field");
        Node locked = row("certificates.import.password", password, "certificates.import.password.help");
        show(locked, model.givenProperty().map(Material.Given::locked));
        VBox give = new VBox(help, area, line, locked);
        give.getStyleClass().add("gap-3");
        return give;
    }

    /** A field of its own each time: what was pasted is not to come back by Undo. */
    private void refresh() {
        TextArea paste = new TextArea();
        paste.getStyleClass().addAll("field", "form-area", "t-mono");
        paste.setPromptText(Texts.get("certificates.import.prompt"));
        paste.setAccessibleText(Texts.get("certificates.import.paste"));
        paste.textProperty().addListener((property, before, now) -> {
            if (!now.isEmpty() && model.paste(now)) {
                boolean focused = paste.isFocused();
                refresh();
                if (focused) {
                    focus();
                }
            }
        });
        area.getChildren().setAll(paste);
    }

    /** Puts the focus where something is to be given. */
    void focus() {
        area.getChildren().getFirst().requestFocus();
    }

    private Node problem() {
        Label problem = new Label();
        problem.setGraphic(new StatusMark(Status.BAD));
        problem.getStyleClass().add("field-error");
        problem.textProperty().bind(model.problemProperty());
        show(problem, model.problemProperty().isNotEmpty());
        return problem;
    }

    private void fillFound() {
        Label title = new Label(Texts.get("certificates.import.what"));
        title.getStyleClass().add("t-section");
        chain.getStyleClass().add("gap-2");
        remarks.getStyleClass().add("gap-2");
        found.getStyleClass().addAll("detail-section", "gap-3");
        found.getChildren().addAll(title, remarks, facts);
        if (model.renews().isEmpty()) {
            name.textProperty().bindBidirectional(model.nameProperty());
            name.getStyleClass().addAll("field", "t-mono");
            name.setId("import-name");
            Label wrong = new Label();
            wrong.setGraphic(new StatusMark(Status.BAD));
            wrong.getStyleClass().add("field-error");
            wrong.textProperty().bind(model.nameProblemProperty());
            show(wrong, model.nameProblemProperty().isNotEmpty());
            model.nameProblemProperty().subscribe(now -> name.pseudoClassStateChanged(DANGER, !now.isEmpty()));
            found.getChildren().addAll(row("certificates.import.name", name, "certificates.import.name.help"), wrong);
        }
    }

    private void showGiven(Material.Given now) {
        over.setVisible(now.store() || now.key() || now.certificates() > 0);
        String words;
        if (now.store()) {
            words = Texts.get("certificates.import.given.store");
        } else {
            String key = now.key()
                    ? Texts.get(now.locked() ? "certificates.import.given.locked" : "certificates.import.given.key")
                    : "";
            String some = now.certificates() == 0
                    ? ""
                    : Texts.get(
                            now.certificates() == 1
                                    ? "certificates.import.given.one"
                                    : "certificates.import.given.some",
                            now.certificates());
            words = now.certificates() > 0 && now.key()
                    ? Texts.get("certificates.import.given.both", some, key)
                    : now.key()
                            ? Texts.get("certificates.import.given.no-certificate", key)
                            : now.certificates() > 0 ? Texts.get("certificates.import.given.no-key", some) : "";
        }
        given.setText(words);
    }

    private void showFound(@Nullable Inspection now) {
        found.setVisible(now != null);
        found.setManaged(now != null);
        remarks.getChildren().clear();
        facts.clear();
        chain.getChildren().clear();
        boolean badPassword = false;
        if (now == null) {
            return;
        }
        for (Finding finding : now.violations()) {
            badPassword |= finding.pointer().equals("/password");
            String field = Texts.get(
                    switch (finding.pointer()) {
                        case "/key" -> "certificates.import.at.key";
                        case "/password" -> "certificates.import.at.password";
                        default -> "certificates.import.at.chain";
                    });
            remarks.getChildren().add(remark(Status.BAD, field + ": " + finding.message() + hint(finding)));
        }
        now.warnings().forEach(finding -> remarks.getChildren().add(remark(Status.ATTENTION, finding.message())));
        if (now.violations().isEmpty() && now.warnings().isEmpty()) {
            remarks.getChildren().add(remark(Status.GOOD, Texts.get("certificates.import.good")));
        }
        password.pseudoClassStateChanged(DANGER, badPassword);
        CertificateFacts certificate = now.certificate();
        if (certificate != null) {
            certificate.chain().forEach(link -> chain.getChildren().add(ChainLine.of(link)));
            tell(certificate, now.paired());
        }
    }

    private void tell(CertificateFacts certificate, boolean paired) {
        facts.mono("certificates.fact.hosts", String.join("\n", certificate.names()))
                .text("certificates.fact.subject", certificate.subject())
                .text("certificates.fact.issuer", certificate.issuer())
                .text(
                        "certificates.fact.valid",
                        Texts.get(
                                "certificates.fact.valid.span",
                                Expiry.day(certificate.notBefore()),
                                Expiry.day(certificate.notAfter()),
                                Expiry.from(certificate.notAfter(), Instant.now())))
                .text(
                        "certificates.fact.key",
                        Texts.get(paired ? "certificates.fact.key.paired" : "certificates.fact.key.other"))
                .add("certificates.fact.chain", chain);
    }

    private static String hint(Finding finding) {
        return finding.hint().isEmpty() || finding.hint().contains("reference") ? "" : " " + finding.hint();
    }

    private void showHalf(Storing.Outcome.@Nullable Half now) {
        half.getChildren().clear();
        half.setVisible(now != null);
        half.setManaged(now != null);
        if (now == null) {
            return;
        }
        String words = Texts.get(
                model.canTakeBack() ? "certificates.import.half" : "certificates.import.half.renewal",
                String.join(", ", now.stored()),
                now.failed(),
                now.why());
        Button again = new Button(Texts.get("object.again"));
        again.setOnAction(event -> model.store());
        HBox ways = new HBox(again);
        ways.getStyleClass().add("gap-3");
        if (model.canTakeBack()) {
            Button back = new Button(Texts.get("certificates.import.take-back"));
            back.setOnAction(event -> model.takeBack());
            ways.getChildren().add(back);
        }
        half.getChildren().addAll(remark(Status.BAD, words), ways);
    }

    private static Node remark(Status status, String words) {
        Label text = new Label(words);
        text.getStyleClass().add("words");
        HBox.setHgrow(text, Priority.ALWAYS);
        HBox line = new HBox(new StatusMark(status), text);
        line.getStyleClass().addAll("review-remark", status.styleClass());
        return line;
    }

    private static Node row(String key, Region editor, String help) {
        Label label = new Label(Texts.get(key));
        label.getStyleClass().add("t-strong");
        label.setLabelFor(editor);
        editor.setAccessibleText(Texts.get(key));
        Label below = new Label(Texts.get(help));
        below.getStyleClass().addAll("t-help", "wrapped");
        VBox row = new VBox(label, editor, below);
        row.getStyleClass().add("gap-2");
        return row;
    }

    private static void show(Node node, ObservableValue<Boolean> when) {
        node.visibleProperty().bind(when);
        node.managedProperty().bind(when);
    }
}
