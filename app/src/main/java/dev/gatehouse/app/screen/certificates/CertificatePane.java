package dev.gatehouse.app.screen.certificates;

import dev.gatehouse.app.client.CertificateFacts;
import dev.gatehouse.app.draft.ObjectKey;
import dev.gatehouse.app.look.Icon;
import dev.gatehouse.app.look.IconView;
import dev.gatehouse.app.look.Status;
import dev.gatehouse.app.look.StatusChip;
import dev.gatehouse.app.look.StatusMark;
import dev.gatehouse.app.screen.object.ObjectForm;
import dev.gatehouse.app.screen.object.ObjectHead;
import dev.gatehouse.app.screen.object.ObjectTabs;
import dev.gatehouse.app.table.Facts;
import dev.gatehouse.app.table.Times;
import dev.gatehouse.app.text.Texts;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The certificate that is looked at, in full. */
final class CertificatePane extends VBox {
    private final CertificatesViewModel model;
    private final ObjectHead head;
    private final ObjectForm form;
    private final ObjectTabs tabs;
    private final StatusChip state = new StatusChip();
    private final Label said = new Label();
    private final HBox remark = new HBox(new StatusMark(Status.BAD), said);
    private final Facts facts = new Facts();
    private final VBox chain = new VBox();
    private final VBox users = new VBox();
    private final MenuButton serve = new MenuButton(Texts.get("certificates.serve"), new IconView(Icon.LISTENER));
    private final Label renewal = new Label();

    /**
     * A pane.
     *
     * @param renew gets the name of the certificate to renew
     */
    CertificatePane(CertificatesViewModel model, Consumer<String> renew, Runnable close) {
        this.model = model;
        form = new ObjectForm(model.session(), "certificates");
        head = new ObjectHead(state, model.edits(), model::choose, close);
        said.getStyleClass().add("words");
        remark.getStyleClass().addAll("review-remark", "bad");
        Button again = new Button(Texts.get("certificates.renew"), new IconView(Icon.REFRESH));
        again.setMinWidth(Region.USE_PREF_SIZE);
        again.setOnAction(event -> {
            CertificateRow row = model.chosenProperty().get();
            if (row != null) {
                renew.accept(row.name());
            }
        });
        serve.setMinWidth(Region.USE_PREF_SIZE);
        FlowPane actions = new FlowPane(again, serve);
        actions.getStyleClass().add("certificate-actions");
        renewal.getStyleClass().addAll("t-help", "wrapped");
        VBox body = new VBox(
                remark,
                new VBox(actions, renewal),
                facts,
                section("certificates.chain", chain),
                section("certificates.users", users));
        body.getChildren().get(1).getStyleClass().add("gap-3");
        body.getStyleClass().addAll("detail-body", "gap-5");
        ScrollPane scroll = new ScrollPane(body);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("detail-scroll");
        getStyleClass().add("surface");
        tabs = new ObjectTabs(scroll, form);
        getChildren().addAll(head, tabs);
        model.chosenProperty().subscribe(this::show);
        model.edits().aim().follow(pointer -> {
            tabs.showSettings();
            form.edit(pointer);
        });
    }

    private static VBox section(String key, VBox content) {
        Label title = new Label(Texts.get(key));
        title.getStyleClass().add("t-section");
        content.getStyleClass().add("gap-2");
        VBox section = new VBox(title, content);
        section.getStyleClass().addAll("detail-section", "gap-3");
        return section;
    }

    private void show(@Nullable CertificateRow row) {
        if (row == null) {
            return;
        }
        head.show(row.name(), row.change());
        form.show(row.name());
        state.statusProperty().set(row.status());
        state.wordProperty().set(row.standing());
        said.setText(row.said());
        remark.setVisible(!row.said().isEmpty());
        remark.setManaged(!row.said().isEmpty());
        boolean there = model.edits().names().contains(row.name());
        renewal.setText(Texts.get(
                model.renewsInPlace(row.name()) ? "certificates.renew.in-place" : "certificates.renew.revision"));
        serve.getParent().getParent().setVisible(there);
        serve.getParent().getParent().setManaged(there);
        facts(row);
        chain(row);
        users(row);
    }

    private void facts(CertificateRow row) {
        CertificateFacts known = row.facts();
        facts.clear();
        facts.mono("certificates.fact.hosts", String.join("\n", row.hosts()));
        facts.text("certificates.fact.subject", row.subject());
        facts.text("certificates.fact.issuer", known == null ? "" : known.issuer());
        facts.text("certificates.fact.from", known == null ? "" : Times.exact(known.notBefore()));
        facts.text(
                "certificates.fact.to",
                known == null || known.notAfter() == null ? "" : Times.exact(known.notAfter()) + " · " + row.away());
        facts.mono("certificates.fact.serial", known == null ? "" : known.serial());
        facts.text(
                "certificates.fact.served",
                Texts.get(row.served() ? "certificates.fact.served.yes" : "certificates.fact.served.no"));
    }

    private void chain(CertificateRow row) {
        CertificateFacts known = row.facts();
        chain.getChildren().clear();
        if (known == null || known.chain().isEmpty()) {
            chain.getParent().setVisible(false);
            chain.getParent().setManaged(false);
            return;
        }
        chain.getParent().setVisible(true);
        chain.getParent().setManaged(true);
        for (CertificateFacts.Link link : known.chain()) {
            chain.getChildren().add(ChainLine.of(link));
        }
    }

    private void users(CertificateRow row) {
        users.getChildren().clear();
        for (ObjectKey user : row.users()) {
            boolean listener = user.kind().equals("listeners");
            Hyperlink link = new Hyperlink(
                    Texts.get(listener ? "certificates.user.listener" : "certificates.user.upstream", user.name()));
            link.setOnAction(event -> {
                if (listener) {
                    model.ways().listener(user.name());
                } else {
                    model.ways().upstream(user.name());
                }
            });
            users.getChildren().add(link);
        }
        if (row.users().isEmpty()) {
            Label none = new Label(Texts.get("certificates.users.none"));
            none.getStyleClass().addAll("t-help", "wrapped");
            users.getChildren().add(none);
        }
        serve.getItems().clear();
        for (ObjectKey other : model.others(row.name())) {
            String key = model.speaksTls(other) ? "certificates.serve.also" : "certificates.serve.https";
            MenuItem item = new MenuItem(Texts.get(key, other.name()));
            item.setOnAction(event -> model.serve(other, row.name()));
            serve.getItems().add(item);
        }
        serve.setVisible(!serve.getItems().isEmpty());
        serve.setManaged(!serve.getItems().isEmpty());
    }
}
