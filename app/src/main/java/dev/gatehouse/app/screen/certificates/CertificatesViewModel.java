package dev.gatehouse.app.screen.certificates;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.gatehouse.app.certificate.Expiry;
import dev.gatehouse.app.certificate.KnownCertificates;
import dev.gatehouse.app.client.CertificateFacts;
import dev.gatehouse.app.client.Finding;
import dev.gatehouse.app.client.Inspection;
import dev.gatehouse.app.connection.Connection;
import dev.gatehouse.app.connection.Current;
import dev.gatehouse.app.draft.Draft;
import dev.gatehouse.app.draft.DraftSession;
import dev.gatehouse.app.draft.ObjectKey;
import dev.gatehouse.app.look.Status;
import dev.gatehouse.app.profile.Memory;
import dev.gatehouse.app.screen.Ways;
import dev.gatehouse.app.screen.object.ObjectEdits;
import dev.gatehouse.app.table.Rows;
import dev.gatehouse.app.text.Texts;
import dev.gatehouse.app.work.Jobs;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/** The Certificates screen's state. UI thread; needs no toolkit. */
public final class CertificatesViewModel {
    private static final String KIND = "certificates";

    private final Current current;
    private final DraftSession session;
    private final KnownCertificates known;
    private final Ways ways;
    private final Jobs jobs;
    private final InstantSource clock;
    private final Executor background;
    private final Executor ui;
    private final ObjectEdits edits;
    private final Rows<CertificateRow> rows;
    private final ReadOnlyObjectWrapper<@Nullable CertificateRow> chosen = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Memory> memory = new ReadOnlyObjectWrapper<>();
    private final ObservableValue<String> problem;
    private final BooleanProperty importing = new SimpleBooleanProperty();
    private List<CertificateRow> all = List.of();
    private String name = "";
    private Subscription edited = Subscription.EMPTY;

    /** The certificates of the gateway on show. */
    public CertificatesViewModel(
            Current current,
            DraftSession session,
            KnownCertificates known,
            Ways ways,
            Jobs jobs,
            InstantSource clock,
            Executor background,
            Executor ui) {
        this.current = current;
        this.session = session;
        this.known = known;
        this.ways = ways;
        this.jobs = jobs;
        this.clock = clock;
        this.background = background;
        this.ui = ui;
        edits = new ObjectEdits(session, KIND);
        rows = new Rows<>(CertificateRow.COLUMNS, background, ui);
        problem = Bindings.createStringBinding(
                () -> known.problemProperty().get().isEmpty()
                        ? session.problemProperty().get()
                        : known.problemProperty().get(),
                known.problemProperty(),
                session.problemProperty());
        current.property().subscribe(next -> {
            name = "";
            memory.set(next == null ? null : next.memory());
            refresh();
        });
        session.draftProperty().subscribe(this::follow);
        known.listen(this::refresh);
    }

    /** Shows a certificate in full; empty for none. */
    void choose(String certificate) {
        name = certificate;
        pick();
    }

    /** Asks the gateway again, and reads the configuration if that failed before. */
    void reload() {
        if (session.draft() == null) {
            session.reload();
        }
        known.reload();
    }

    /**
     * Begins an import; null while no gateway is on show.
     *
     * @param renews the certificate that it takes the place of; empty for a new one
     * @param done gets the certificate's name once it is stored
     */
    @Nullable
    ImportModel begin(String renews, Consumer<String> done) {
        Connection to = current.get();
        return to == null || session.draft() == null
                ? null
                : new ImportModel(to, session, known, jobs, background, ui, renews, done);
    }

    /** Set by whoever wants an import to begin on the screen, which unsets it. */
    public BooleanProperty importing() {
        return importing;
    }

    /** Lets a listener serve it, in the draft. */
    void serve(ObjectKey listener, String certificate) {
        Draft draft = session.draft();
        if (draft != null) {
            CertificateUse.serve(draft, listener, certificate);
        }
    }

    /** The listeners of the draft that could serve it and do not. */
    List<ObjectKey> others(String certificate) {
        return CertificateUse.others(document(), certificate);
    }

    /** Whether a listener of the draft speaks TLS already. */
    boolean speaksTls(ObjectKey listener) {
        return CertificateUse.speaksTls(document(), listener);
    }

    /** Whether a renewal needs no revision: every part stands in a secret of its own. */
    boolean renewsInPlace(String certificate) {
        JsonNode there = document().path(KIND).path(certificate);
        return List.of("chain", "key", "password").stream()
                .allMatch(field -> !there.has(field) || there.path(field).has("secret"));
    }

    private JsonNode document() {
        Draft draft = session.draft();
        return draft == null ? MissingNode.getInstance() : draft.tree();
    }

    private void refresh() {
        Instant now = clock.instant();
        List<CertificateRow> next = new ArrayList<>();
        for (String each : edits.names()) {
            next.add(row(each, now));
        }
        for (String each : edits.removed()) {
            next.add(row(each, now));
        }
        all = next;
        if (session.draft() == null) {
            rows.clear();
        } else {
            rows.set(next);
        }
        pick();
    }

    private CertificateRow row(String certificate, Instant now) {
        CertificateFacts served = known.served(certificate);
        CertificateFacts facts = known.drafted(certificate);
        Inspection inspected = known.inspection(certificate);
        String change = edits.change(certificate);
        String said = inspected == null
                ? served == null || served.lastError() == null
                        ? ""
                        : served.lastError().message()
                : inspected.violations().stream()
                        .map(Finding::message)
                        .distinct()
                        .collect(Collectors.joining(" "));
        boolean refused = inspected != null && !inspected.violations().isEmpty();
        return new CertificateRow(
                certificate,
                refused ? Status.BAD : facts == null ? Status.OFF : Expiry.status(facts),
                state(facts, served, refused),
                change,
                facts,
                served != null,
                facts == null ? "" : Expiry.from(facts.notAfter(), now),
                CertificateUse.of(document(), certificate),
                said);
    }

    private static String state(@Nullable CertificateFacts facts, @Nullable CertificateFacts served, boolean refused) {
        if (facts != null && facts.state().equals("expired")) {
            return Texts.get("certificates.state.expired");
        }
        if (refused) {
            return Texts.get("certificates.state.refused");
        }
        if (facts == null) {
            return Texts.get("certificates.state.unknown");
        }
        if (facts.state().equals("expires-soon")) {
            return Texts.get("certificates.state.soon");
        }
        if (served == null) {
            return Texts.get("certificates.state.not-applied");
        }
        return Texts.get(served.lastError() == null ? "certificates.state.good" : "certificates.state.old");
    }

    private void pick() {
        chosen.set(
                all.stream().filter(row -> row.name().equals(name)).findFirst().orElse(null));
    }

    private void follow(@Nullable Draft next) {
        edited.unsubscribe();
        edited = next == null ? Subscription.EMPTY : next.addListener(this::refresh);
        refresh();
    }

    Rows<CertificateRow> rows() {
        return rows;
    }

    /** The certificate in full; null for none. */
    ReadOnlyObjectProperty<@Nullable CertificateRow> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<@Nullable Memory> memoryProperty() {
        return memory.getReadOnlyProperty();
    }

    /** Why something is not known; empty if all is. */
    ObservableValue<String> problemProperty() {
        return problem;
    }

    /** What can be done with certificates in the draft. */
    public ObjectEdits edits() {
        return edits;
    }

    /** The draft that is edited. */
    DraftSession session() {
        return session;
    }

    /** What the gateway tells. */
    KnownCertificates known() {
        return known;
    }

    Ways ways() {
        return ways;
    }
}
