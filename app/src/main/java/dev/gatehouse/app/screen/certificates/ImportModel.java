package dev.gatehouse.app.screen.certificates;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.app.certificate.KnownCertificates;
import dev.gatehouse.app.client.AdminFailed;
import dev.gatehouse.app.client.CertificateFacts;
import dev.gatehouse.app.client.Certificates;
import dev.gatehouse.app.client.Inspection;
import dev.gatehouse.app.connection.Connection;
import dev.gatehouse.app.draft.Draft;
import dev.gatehouse.app.draft.DraftSession;
import dev.gatehouse.app.draft.Edit;
import dev.gatehouse.app.draft.ObjectKey;
import dev.gatehouse.app.text.Texts;
import dev.gatehouse.app.work.Jobs;
import dev.gatehouse.app.work.Latest;
import dev.gatehouse.app.work.Loading;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/**
 * A certificate on its way in: what was given, what the gateway says of it, and how storing it went. The gateway looks
 * before anything is stored; then the parts become secrets, and only once all are stored does the draft refer to them. UI
 * thread.
 */
final class ImportModel {
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._@-]{0,62}");

    private final Connection to;
    private final DraftSession session;
    private final KnownCertificates known;
    private final Jobs jobs;
    private final Latest<Looked> latest;
    private final String renews;
    private final Consumer<String> done;
    private final Material material = new Material();
    private final Loading storing = new Loading();
    private final StringProperty name = new SimpleStringProperty("");
    private final StringProperty password = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<Material.Given> given = new ReadOnlyObjectWrapper<>(Material.Given.NOTHING);
    private final ReadOnlyObjectWrapper<@Nullable Inspection> inspection = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Storing.Outcome.@Nullable Half> half = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper nameProblem = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper why = new ReadOnlyStringWrapper("");
    private String suggested = "";
    private @Nullable Storing plan;
    private boolean closed;
    private int asked;
    private int answered;

    /** An answer to one of the questions, by its number: an inspection, or words on why there is none. */
    private record Looked(int question, @Nullable Inspection found, String problem) {}

    /** What came of storing, and where. */
    private record Stored(Storing plan, Storing.Outcome outcome) {}

    /**
     * Nothing given yet.
     *
     * @param renews the name of the certificate that it takes the place of; empty for a new one
     * @param done gets the certificate's name once it is stored
     */
    ImportModel(
            Connection to,
            DraftSession session,
            KnownCertificates known,
            Jobs jobs,
            Executor background,
            Executor ui,
            String renews,
            Consumer<String> done) {
        this.to = to;
        this.session = session;
        this.known = known;
        this.jobs = jobs;
        this.renews = renews;
        this.done = done;
        latest = new Latest<>(background, ui, this::answered);
        name.set(renews);
        name.addListener((property, before, now) -> judge());
        password.addListener((property, before, now) -> {
            material.password(now);
            look();
        });
        storing.jobProperty().addListener((property, before, now) -> judge());
        judge();
    }

    /** Takes what was pasted; false if nothing of it is of use, which the problem tells. */
    boolean paste(String text) {
        boolean taken = material.take(text);
        if (taken) {
            look();
        } else {
            problem.set(
                    text.isBlank() || text.stripLeading().startsWith("-----BEGIN")
                            ? ""
                            : Texts.get("certificates.import.no-pem"));
        }
        return taken;
    }

    /** Takes files, read beside the screen. */
    void files(List<Path> files) {
        storing.follow(jobs.quiet(Texts.get("certificates.import.files"), told -> {
                    List<byte[]> all = new ArrayList<>();
                    for (Path file : files) {
                        try (InputStream in = Files.newInputStream(file)) {
                            all.add(in.readNBytes(Material.LARGEST + 1));
                        }
                    }
                    return all;
                }))
                .then(all -> {
                    String refused = "";
                    for (int i = 0; i < all.size(); i++) {
                        if (!material.take(all.get(i))) {
                            refused = String.valueOf(files.get(i).getFileName());
                        }
                    }
                    look();
                    problem.set(refused.isEmpty() ? "" : Texts.get("certificates.import.no-use", refused));
                })
                .failed(failure -> problem.set(
                        failure instanceof IOException
                                ? Texts.get("certificates.import.unreadable", String.valueOf(failure.getMessage()))
                                : String.valueOf(failure.getMessage())));
    }

    /** Forgets what was given, to begin again. */
    void startOver() {
        material.clear();
        password.set("");
        look();
    }

    private void look() {
        problem.set("");
        given.set(material.given());
        if (!given.get().whole()) {
            latest.forget();
            inspection.set(null);
            judge();
            return;
        }
        ObjectNode question = material.question();
        int number = ++asked;
        latest.ask(() -> {
            try {
                return new Looked(number, new Certificates(to.client()).inspect(question), "");
            } catch (AdminFailed e) {
                return new Looked(number, null, e.status() == 404 ? Texts.get("certificates.import.older") : e.words());
            }
        });
        judge();
    }

    private void answered(Looked looked) {
        answered = looked.question();
        inspection.set(looked.found());
        problem.set(looked.problem());
        if (looked.found() != null) {
            suggest(looked.found().certificate());
        }
        judge();
    }

    private void suggest(@Nullable CertificateFacts facts) {
        if (facts != null && renews.isEmpty() && name.get().equals(suggested)) {
            suggested = free(facts);
            name.set(suggested);
        }
    }

    /** The first host's name; with the year of its end where that is taken. */
    private String free(CertificateFacts facts) {
        String host = facts.names().isEmpty() ? facts.subject() : facts.names().getFirst();
        String plain = host.toLowerCase(Locale.ROOT)
                .replaceFirst("^cn=", "")
                .replaceFirst(",.*$", "")
                .replaceFirst("^\\*\\.", "")
                .replaceAll("[^a-z0-9._@-]", "-")
                .replaceFirst("^[^a-z0-9]+", "");
        String base = plain.isEmpty() ? "certificate" : plain.substring(0, Math.min(50, plain.length()));
        if (!isTaken(base)) {
            return base;
        }
        String dated = facts.notAfter() == null
                ? base
                : base + "-" + facts.notAfter().atZone(ZoneOffset.UTC).getYear();
        String free = dated;
        for (int i = 2; isTaken(free); i++) {
            free = dated + "-" + i;
        }
        return free;
    }

    private boolean isTaken(String wanted) {
        Draft draft = session.draft();
        return draft != null && draft.object(key(wanted)) != null;
    }

    private static ObjectKey key(String name) {
        return new ObjectKey("certificates", name);
    }

    private void judge() {
        Inspection found = inspection.get();
        String wanted = name.get();
        boolean wrong = renews.isEmpty() && !NAME.matcher(wanted).matches();
        boolean taken = renews.isEmpty() && isTaken(wanted);
        nameProblem.set(
                found == null || !wrong && !taken
                        ? ""
                        : Texts.get(wrong ? "object.rename.help" : "certificates.import.taken", wanted));
        if (storing.isRunning()) {
            why.set(Texts.get("certificates.import.busy"));
        } else if (found == null || answered != asked) {
            why.set(Texts.get("certificates.import.nothing"));
        } else if (!found.violations().isEmpty()) {
            why.set(Texts.get("certificates.import.refused"));
        } else {
            why.set(nameProblem.get());
        }
    }

    /** Stores it, or goes on where it failed; nothing while there is a reason not to. */
    void store() {
        Draft draft = session.draft();
        if (!why.get().isEmpty() || draft == null) {
            return;
        }
        half.set(null);
        problem.set("");
        String wanted = name.get();
        ObjectNode renewed = renews.isEmpty() ? null : draft.object(key(renews));
        Storing begun = plan;
        Map<String, String> parts = material.parts();
        storing.follow(jobs.start(Texts.get("certificates.storing", wanted), told -> {
                    Certificates gateway = new Certificates(to.client());
                    Storing where =
                            begun == null ? Storing.plan(wanted, parts.keySet(), renewed, gateway.secrets()) : begun;
                    return new Stored(where, where.write(gateway, parts));
                }))
                .then(stored -> ended(stored, wanted, renewed))
                .failed(failure -> problem.set(
                        Texts.get("certificates.import.nothing-stored", String.valueOf(failure.getMessage()))));
    }

    private void ended(Stored stored, String wanted, @Nullable ObjectNode renewed) {
        if (closed && !stored.plan().renews()) {
            plan = stored.plan();
            takeBack();
            return;
        }
        if (stored.outcome() instanceof Storing.Outcome.Half failed) {
            if (failed.stored().isEmpty()) {
                problem.set(Texts.get("certificates.import.nothing-stored", failed.why()));
            } else {
                plan = stored.plan();
                half.set(failed);
            }
            return;
        }
        plan = null;
        Draft draft = session.draft();
        if (!stored.plan().renews() && draft != null) {
            ObjectNode object = stored.plan().references(renewed);
            String title = Texts.get("certificates.import.title", wanted);
            draft.apply(
                    renewed == null
                            ? Edit.create(key(wanted), object, title)
                            : Edit.replace(key(wanted), object, title));
        }
        material.clear();
        known.reload();
        if (!closed) {
            done.accept(wanted);
        }
    }

    /** Whether what was stored can be taken back: of a renewal the old values are gone. */
    boolean canTakeBack() {
        return plan != null && !plan.renews();
    }

    /** Takes back what was stored before it failed. */
    void takeBack() {
        Storing begun = plan;
        if (begun == null || begun.renews()) {
            return;
        }
        storing.follow(jobs.start(Texts.get("certificates.taking-back", name.get()), told -> {
                    Certificates gateway = new Certificates(to.client());
                    for (String secret : begun.secrets().values()) {
                        try {
                            gateway.forget(secret);
                        } catch (AdminFailed e) {
                            if (e.status() != 404) {
                                throw e;
                            }
                        }
                    }
                    return begun;
                }))
                .then(gone -> {
                    plan = null;
                    half.set(null);
                })
                .failed(failure -> problem.set(
                        Texts.get("certificates.import.not-taken-back", String.valueOf(failure.getMessage()))));
    }

    /** Somebody closes it: what was given is forgotten, and what is stored without the rest taken back. */
    void close() {
        closed = true;
        takeBack();
        material.clear();
        password.set("");
        latest.forget();
    }

    /** The certificate that it takes the place of; empty for a new one. */
    String renews() {
        return renews;
    }

    /** The new certificate's name. */
    StringProperty nameProperty() {
        return name;
    }

    /** What opens a store or a locked key. */
    StringProperty passwordProperty() {
        return password;
    }

    /** What there is. */
    ReadOnlyObjectProperty<Material.Given> givenProperty() {
        return given.getReadOnlyProperty();
    }

    /** What the gateway says of it; null before. */
    ReadOnlyObjectProperty<@Nullable Inspection> inspectionProperty() {
        return inspection.getReadOnlyProperty();
    }

    /** What was stored before storing failed; null if it did not. */
    ReadOnlyObjectProperty<Storing.Outcome.@Nullable Half> halfProperty() {
        return half.getReadOnlyProperty();
    }

    /** What went wrong, a sentence; empty for nothing. */
    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** Why the name cannot be had; empty if it can. */
    ReadOnlyStringProperty nameProblemProperty() {
        return nameProblem.getReadOnlyProperty();
    }

    /** Why it cannot be stored now; empty if it can. */
    ReadOnlyStringProperty whyProperty() {
        return why.getReadOnlyProperty();
    }

    /** Storing, while it runs. */
    Loading storing() {
        return storing;
    }
}
