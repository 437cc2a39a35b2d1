package dev.gatehouse.app.screen.certificates;

import dev.gatehouse.app.certificate.Expiry;
import dev.gatehouse.app.client.CertificateFacts;
import dev.gatehouse.app.text.Texts;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** One certificate of a chain: whose it is, by whom, until when. */
final class ChainLine {
    private ChainLine() {}

    static Node of(CertificateFacts.Link link) {
        Label subject = new Label(CertificateRow.common(link.subject()));
        subject.getStyleClass().addAll("t-body", "words");
        boolean own = link.subject().equals(link.issuer());
        Label about = new Label(
                own
                        ? Texts.get("certificates.chain.root", Expiry.day(link.notAfter()))
                        : Texts.get(
                                "certificates.chain.link",
                                CertificateRow.common(link.issuer()),
                                Expiry.day(link.notAfter())));
        about.getStyleClass().add("t-help");
        return new VBox(subject, about);
    }
}
