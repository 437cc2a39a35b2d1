package dev.gatehouse.app.screen.changes;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.app.client.AdminClient;
import dev.gatehouse.app.client.AdminFailed;
import dev.gatehouse.app.client.Difference;
import dev.gatehouse.app.client.Revision;
import dev.gatehouse.app.client.Revisions;
import dev.gatehouse.app.client.Stats;
import dev.gatehouse.app.diff.Kinds;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the screen asks the gateway for. Blocks, for background threads. */
final class Reading {
    private static final Duration AROUND = Duration.ofMinutes(5);
    private static final Duration STEP = Duration.ofSeconds(1);
    private static final Duration IN_SECONDS = Duration.ofMinutes(15);

    private final AdminClient client;
    private final Revisions revisions;

    Reading(AdminClient client) {
        this.client = client;
        this.revisions = new Revisions(client);
    }

    Revisions revisions() {
        return revisions;
    }

    /** What a revision changed, by kind: "2 routes, 1 upstream". */
    String what(Revision revision) throws AdminFailed {
        Integer parent = revision.parent();
        if (parent == null) {
            return "";
        }
        Map<String, Set<String>> names = new LinkedHashMap<>();
        for (Difference difference : revisions.diff(parent, revision.revision())) {
            names.computeIfAbsent(difference.collection(), kind -> new LinkedHashSet<>())
                    .add(difference.name());
        }
        List<String> words = new ArrayList<>();
        names.forEach((kind, some) -> words.add(Kinds.some(kind, some.size())));
        return String.join(", ", words);
    }

    /**
     * Compares two revisions.
     *
     * @param older null to compare with an empty document
     */
    Comparison compare(@Nullable Integer older, Revision newer, Instant now) throws AdminFailed {
        ObjectNode after = revisions.document(newer.revision());
        Instant at = newer.time();
        if (older == null) {
            ObjectNode nothing = JsonNodeFactory.instance.objectNode();
            return new Comparison(0, newer.revision(), after, ChangedObject.of(all(after), nothing, after), null, null);
        }
        ObjectNode before = revisions.document(older);
        List<ChangedObject> objects = ChangedObject.of(revisions.diff(older, newer.revision()), before, after);
        // A gateway knows whole seconds of its last quarter of an hour, and minutes before: the one of the change is
        // neither.
        boolean fine = at.minus(AROUND).isAfter(now.minus(IN_SECONDS));
        Instant change = at.truncatedTo(fine ? ChronoUnit.SECONDS : ChronoUnit.MINUTES);
        Instant since = change.plus(1, fine ? ChronoUnit.SECONDS : ChronoUnit.MINUTES);
        Instant end = since.plus(AROUND).isBefore(now) ? since.plus(AROUND) : now;
        return new Comparison(
                older, newer.revision(), after, objects, fared(change.minus(AROUND), change), fared(since, end));
    }

    /** The differences from nothing to a document. */
    private static List<Difference> all(ObjectNode document) {
        List<Difference> all = new ArrayList<>();
        document.properties()
                .forEach(collection -> collection
                        .getValue()
                        .properties()
                        .forEach(object -> all.add(new Difference(
                                "add",
                                collection.getKey().replaceFirst("s$", ""),
                                object.getKey(),
                                "",
                                null,
                                object.getValue()))));
        return all;
    }

    /** Traffic is told beside; where the gateway has no statistics of that time the comparison stands without them. */
    private @Nullable Fared fared(Instant from, Instant to) {
        try {
            Stats.Point whole = from.isBefore(to) ? new Stats(client).whole(from, to, STEP) : null;
            return whole == null ? null : Fared.of(whole);
        } catch (AdminFailed e) {
            return null;
        }
    }
}
