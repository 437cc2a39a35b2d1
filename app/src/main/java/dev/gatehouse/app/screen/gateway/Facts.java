package dev.gatehouse.app.screen.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** What {@code /status} says, in lines. */
final class Facts {
    private Facts() {}

    /**
     * The lines.
     *
     * @param ages a length of time in words
     */
    static List<Fact> of(JsonNode status, String admin, Instant now, Function<Duration, String> ages) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("gateway.fact.admin", admin));
        for (JsonNode listener : status.path("listeners")) {
            facts.add(new Fact(
                    "gateway.fact.listener",
                    listener.path("name").asText() + "  "
                            + listener.path("address").asText() + ":"
                            + listener.path("port").asText()));
        }
        facts.add(new Fact(
                "gateway.fact.revision", status.path("revision").path("active").asText("–")));
        facts.add(new Fact("gateway.fact.version", status.path("version").asText("–")));
        facts.add(new Fact("gateway.fact.up", up(status.path("since").asText(), now, ages)));
        for (JsonNode node : status.path("nodes")) {
            facts.add(new Fact("gateway.fact.process", node.path("pid").asText("–")));
        }
        return facts;
    }

    /** A folder as people write it: in their own, from {@code ~} on. */
    static String path(Path folder) {
        Path home = Path.of(System.getProperty("user.home", ""));
        return folder.startsWith(home) && home.getNameCount() > 0
                ? "~" + folder.getFileSystem().getSeparator() + home.relativize(folder)
                : folder.toString();
    }

    private static String up(String since, Instant now, Function<Duration, String> ages) {
        try {
            return ages.apply(Duration.between(Instant.parse(since), now));
        } catch (DateTimeParseException e) {
            return "–";
        }
    }
}
