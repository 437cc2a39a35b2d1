package dev.gatehouse.app.certificate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.app.attention.Notable;
import dev.gatehouse.app.client.AdminFailed;
import dev.gatehouse.app.client.CertificateFacts;
import dev.gatehouse.app.client.Certificates;
import dev.gatehouse.app.client.Inspection;
import dev.gatehouse.app.client.LiveFrame;
import dev.gatehouse.app.connection.Connection;
import dev.gatehouse.app.connection.Current;
import dev.gatehouse.app.draft.Draft;
import dev.gatehouse.app.draft.DraftSession;
import dev.gatehouse.app.draft.ObjectKey;
import dev.gatehouse.app.effect.Surroundings;
import dev.gatehouse.app.look.Status;
import dev.gatehouse.app.text.Texts;
import dev.gatehouse.app.work.Jobs;
import dev.gatehouse.app.work.Loading;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/**
 * What the gateway on show tells of its certificates: of those that it serves from its status, read at each revision and
 * once a minute, since a renewal makes no revision; of those that the draft adds or changes by looking at what they refer
 * to. UI thread.
 */
public final class KnownCertificates {
    private static final String KIND = "certificates";
    private static final Duration OLD = Duration.ofMinutes(1);

    private final Jobs jobs;
    private final DraftSession session;
    private final InstantSource clock;
    private final Loading loading = new Loading();
    private final Map<String, CertificateFacts> served = new TreeMap<>();
    private final Map<JsonNode, Inspection> inspected = new HashMap<>();
    private final Set<JsonNode> asked = new HashSet<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private @Nullable Connection connection;
    private Subscription frames = Subscription.EMPTY;
    private Subscription edited = Subscription.EMPTY;
    private Instant read = Instant.MIN;
    private int revision;

    /** The certificates of the gateway on show. */
    public KnownCertificates(Current current, DraftSession session, Jobs jobs, InstantSource clock) {
        this.jobs = jobs;
        this.session = session;
        this.clock = clock;
        current.property().subscribe(this::follow);
        session.draftProperty().subscribe(this::follow);
    }

    /** Tells whenever something else is known. */
    public Subscription listen(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** Looks again when what is known has grown old; to be called now and then. */
    public void tick() {
        if (connection != null
                && revision != 0
                && !loading.isRunning()
                && Duration.between(read, clock.instant()).compareTo(OLD) > 0) {
            reload();
        }
    }

    /** Asks the gateway again. */
    public void reload() {
        Connection from = connection;
        if (from == null) {
            return;
        }
        read = clock.instant();
        loading.follow(jobs.quiet(Texts.get("certificates.reading"), told -> new Certificates(from.client()).served()))
                .then(found -> {
                    if (from.equals(connection)) {
                        problem.set("");
                        served.clear();
                        found.forEach(each -> served.put(each.name(), each));
                        inspected.clear();
                        asked.clear();
                        look();
                        tell();
                    }
                })
                .failed(why -> {
                    if (from.equals(connection)) {
                        problem.set(String.valueOf(why.getMessage()));
                    }
                });
    }

    /** One that the gateway serves, by its name in the document; null if it does not. */
    public @Nullable CertificateFacts served(String name) {
        CertificateFacts own = served.get(name);
        JsonNode owner = object(name).path("owner");
        return own != null || !owner.isTextual() ? own : served.get(owner.asText() + "/" + name);
    }

    /** One as the draft has it; null if nothing is known of it, or not yet. */
    public @Nullable CertificateFacts drafted(String name) {
        Inspection found = inspection(name);
        if (found != null) {
            return found.certificate();
        }
        return changed(name) && !object(name).isMissingNode() ? null : served(name);
    }

    /** What the gateway says of one that the draft adds or changes; null if it does neither, or not yet. */
    public @Nullable Inspection inspection(String name) {
        return inspected.get(object(name));
    }

    /** What somebody should know of those that are served, the most urgent first. */
    public List<Notable> notable() {
        Instant now = clock.instant();
        return served.values().stream()
                .filter(each -> Expiry.status(each) != Status.GOOD)
                .sorted((one, other) -> Expiry.status(other).compareTo(Expiry.status(one)))
                .map(each ->
                        new Notable(Expiry.status(each), new ObjectKey(KIND, each.name()), Expiry.words(each, now)))
                .toList();
    }

    /** What the effects of a change depend on: the draft's certificates, and who serves them. */
    public Surroundings surroundings() {
        Draft draft = session.draft();
        JsonNode document = draft == null ? MissingNode.getInstance() : draft.tree();
        return new Surroundings(document, name -> {
            CertificateFacts facts = drafted(name);
            return facts == null ? null : new Surroundings.Holder(facts.names(), Expiry.day(facts.notAfter()));
        });
    }

    /** The question to the gateway, while it runs. */
    public Loading loading() {
        return loading;
    }

    /** Why nothing is known; empty if something is. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** Looks at what the draft adds and changes, once for each different object. */
    private void look() {
        Connection from = connection;
        Draft draft = session.draft();
        if (from == null || draft == null) {
            return;
        }
        draft.tree().path(KIND).properties().forEach(entry -> {
            ObjectNode copy = entry.getValue() instanceof ObjectNode object ? object.deepCopy() : null;
            if (copy != null && changed(entry.getKey()) && asked.add(copy)) {
                jobs.quiet(Texts.get("certificates.reading"), told -> inspect(from, copy))
                        .then(found -> {
                            if (from.equals(connection)) {
                                inspected.put(copy, found);
                                tell();
                            }
                        });
            }
        });
    }

    /** A gateway that cannot be asked about it, being older, is not a problem: less is known then. */
    private static Inspection inspect(Connection from, ObjectNode certificate) throws AdminFailed {
        try {
            return new Certificates(from.client()).inspect(certificate);
        } catch (AdminFailed e) {
            if (e.status() == 0) {
                throw e;
            }
            return new Inspection(null, false, null, null);
        }
    }

    private boolean changed(String name) {
        Draft draft = session.draft();
        return draft != null && !object(name).equals(draft.base().path(KIND).path(name));
    }

    private JsonNode object(String name) {
        Draft draft = session.draft();
        ObjectNode there = draft == null ? null : draft.object(new ObjectKey(KIND, name));
        return there == null ? MissingNode.getInstance() : there;
    }

    private void tell() {
        listeners.forEach(Runnable::run);
    }

    private void follow(@Nullable Connection next) {
        frames.unsubscribe();
        connection = next;
        loading.forget();
        served.clear();
        inspected.clear();
        asked.clear();
        revision = 0;
        problem.set("");
        tell();
        frames = next == null ? Subscription.EMPTY : next.live().listen(this::accept);
    }

    /** A new revision may serve others. */
    private void accept(List<LiveFrame> more) {
        int now = more.getLast().revision();
        if (now != revision) {
            revision = now;
            reload();
        }
    }

    private void follow(@Nullable Draft next) {
        edited.unsubscribe();
        edited = next == null ? Subscription.EMPTY : next.addListener(this::look);
        look();
    }
}
