package dev.gatehouse.app.discovery;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.app.client.Discovery;
import dev.gatehouse.app.table.Times;
import dev.gatehouse.app.text.Ages;
import dev.gatehouse.app.text.Texts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is said of how targets are found. */
public final class DiscoveryWords {
    private DiscoveryWords() {}

    /** The source that a configuration names, as a gateway tells it: {@code dns orders.internal:8080}; empty for none. */
    public static String source(JsonNode configured) {
        for (String kind : List.of("dns", "srv", "file")) {
            if (configured.hasNonNull(kind)) {
                return kind + " " + configured.path(kind).asText();
            }
        }
        return "";
    }

    /** How many there are, since when, and when it is asked again; no more than is known. */
    public static String state(int found, @Nullable Discovery times, Instant now) {
        String count = Texts.get(found == 1 ? "discovery.found.one" : "discovery.found", found);
        if (times == null) {
            return count;
        }
        Instant next = times.next();
        String last = times.lastSuccess() == null
                ? Texts.get("discovery.never")
                : Texts.get("discovery.last", Times.ago(times.lastSuccess(), now));
        return next == null || !next.isAfter(now)
                ? Texts.get("discovery.state", count, last)
                : Texts.get("discovery.state.next", count, last, Ages.words(Duration.between(now, next)));
    }

    /** Why nothing was found at the last look, and what that means. */
    public static String problem(Discovery discovery) {
        return Texts.get(discovery.found() == 0 ? "discovery.problem.none" : "discovery.problem", why(discovery));
    }

    static String notable(String upstream, Discovery discovery) {
        return Texts.get("discovery.notable", upstream, discovery.source(), why(discovery));
    }

    private static String why(Discovery discovery) {
        String problem = discovery.problem();
        return problem == null ? "" : problem;
    }
}
