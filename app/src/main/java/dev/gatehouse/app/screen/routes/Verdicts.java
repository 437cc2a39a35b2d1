package dev.gatehouse.app.screen.routes;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.app.client.AdminFailed;
import dev.gatehouse.app.client.Explanation;
import dev.gatehouse.app.look.Status;
import dev.gatehouse.app.text.Texts;
import java.util.ArrayList;
import java.util.List;

/** An explanation in sentences. */
final class Verdicts {
    private Verdicts() {}

    static TestModel.Verdict of(Explanation explained, String route) {
        String taker = explained.route();
        if (taker == null) {
            List<String> lines = new ArrayList<>();
            String detail = explained.outcome().detail();
            if (detail != null) {
                lines.add(detail);
            }
            return new TestModel.Verdict(
                    Status.BAD,
                    Texts.get(
                            "routes.test.miss",
                            String.valueOf(explained.outcome().status())),
                    lines,
                    explained.misses());
        }
        boolean own = taker.equals(route);
        return new TestModel.Verdict(
                own ? Status.GOOD : Status.ATTENTION,
                Texts.get(own ? "routes.test.match" : "routes.test.other", taker),
                lines(explained),
                explained.misses());
    }

    static TestModel.Verdict failed(Exception failure) {
        List<String> lines = new ArrayList<>();
        if (failure instanceof AdminFailed refused) {
            refused.body()
                    .path("violations")
                    .forEach(each -> lines.add(each.path("message").asText()));
        }
        return new TestModel.Verdict(
                Status.OFF, Texts.get("routes.test.failed", String.valueOf(failure.getMessage())), lines, List.of());
    }

    private static List<String> lines(Explanation explained) {
        List<String> lines = new ArrayList<>();
        JsonNode forward = explained.forward();
        if (forward.has("upstream")) {
            lines.add(Texts.get(
                    "routes.test.upstream",
                    forward.path("upstream").asText(),
                    forward.path("path").asText()));
        }
        if (forward.has("split")) {
            lines.add(Texts.get(
                    "routes.test.upstream",
                    RouteWords.destination(com.fasterxml.jackson.databind.node.JsonNodeFactory.instance
                            .objectNode()
                            .set("forward", forward)),
                    forward.path("path").asText()));
        }
        if (forward.has("respond")) {
            lines.add(Texts.get("routes.test.respond", forward.path("respond").asText()));
        }
        if (forward.has("redirect")) {
            lines.add(Texts.get("routes.test.redirect", forward.path("redirect").asText()));
        }
        Integer status = explained.outcome().status();
        lines.add(status == null ? Texts.get("routes.test.status.open") : Texts.get("routes.test.status", status));
        return lines;
    }
}
