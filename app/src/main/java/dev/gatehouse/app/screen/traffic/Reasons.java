package dev.gatehouse.app.screen.traffic;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.app.client.Call;
import dev.gatehouse.app.client.Explanation;
import dev.gatehouse.app.look.Status;
import dev.gatehouse.app.text.Texts;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Explanations in words. */
final class Reasons {
    private Reasons() {}

    static Verdict verdict(String title, Explanation explanation) {
        List<String> changes =
                explanation.misses().stream().map(Reasons::change).toList();
        String detail = explanation.outcome().detail();
        String route = explanation.route();
        if (route == null) {
            return new Verdict(
                    title, Status.BAD, detail == null ? Texts.get("traffic.explain.no-route") : detail, changes);
        }
        String taken = Texts.get("traffic.explain.route", route, destination(explanation.forward()));
        boolean fails = explanation.outcome().fault() != null;
        return new Verdict(
                title, fails ? Status.BAD : Status.GOOD, detail == null ? taken : taken + " " + detail, changes);
    }

    /** What would have to be different for a route to take the call. */
    static String change(Call.Miss miss) {
        String failed = miss.failed();
        String name = failed.contains(" ") ? failed.substring(failed.indexOf(' ') + 1) : "";
        return switch (failed.split(" ", 2)[0]) {
            case "listener" -> Texts.get("traffic.miss.listener", miss.route(), miss.saw(), miss.wanted());
            case "host" -> Texts.get("traffic.miss.host", miss.route(), miss.saw(), miss.wanted());
            case "path" -> Texts.get("traffic.miss.path", miss.route(), miss.saw(), miss.wanted());
            case "method" -> Texts.get("traffic.miss.method", miss.route(), miss.saw(), miss.wanted());
            case "header" -> Texts.get("traffic.miss.header", miss.route(), name, miss.wanted(), saw(miss));
            case "query" -> Texts.get("traffic.miss.query", miss.route(), name, miss.wanted(), saw(miss));
            case "when" -> Texts.get("traffic.miss.when", miss.route(), miss.wanted());
            default -> Texts.get("traffic.miss.other", miss.route(), failed, miss.wanted(), miss.saw());
        };
    }

    private static String saw(Call.Miss miss) {
        return Texts.get(miss.saw().equals("none") ? "traffic.miss.saw.none" : "traffic.miss.saw.other");
    }

    private static String destination(JsonNode forward) {
        String path = forward.path("path").asText();
        if (forward.has("because")) {
            return Texts.get(
                    "traffic.explain.because",
                    forward.path("upstream").asText(),
                    path,
                    forward.path("because").asText());
        }
        if (forward.has("upstream")) {
            return Texts.get(
                    "traffic.explain.upstream", forward.path("upstream").asText(), path);
        }
        if (forward.has("split")) {
            String shares = StreamSupport.stream(forward.path("split").spliterator(), false)
                    .map(share -> share.path("upstream").asText() + " "
                            + share.path("weight").asText())
                    .collect(Collectors.joining(", "));
            return Texts.get("traffic.explain.split", shares, path);
        }
        return forward.has("redirect")
                ? Texts.get("traffic.explain.redirect", forward.path("redirect").asText())
                : Texts.get("traffic.explain.respond", forward.path("respond").asText());
    }
}
