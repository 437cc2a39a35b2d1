package dev.gatehouse.app.effect;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.app.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The conditions of a split, with those found that cannot hold beside the route's match and one another. */
final class Rules {
    /** What a condition wants, headers in lower case, cookies by their own names. */
    private record Wanted(Map<String, String> headers, Map<String, String> cookies) {
        static Wanted of(JsonNode when) {
            Map<String, String> headers = new TreeMap<>();
            when.path("headers")
                    .properties()
                    .forEach(each -> headers.put(
                            each.getKey().toLowerCase(Locale.ROOT),
                            each.getValue().asText()));
            Map<String, String> cookies = new TreeMap<>();
            when.path("cookies")
                    .properties()
                    .forEach(each -> cookies.put(each.getKey(), each.getValue().asText()));
            return new Wanted(headers, cookies);
        }

        /** Whether every request that the other takes is taken by this one. */
        boolean takesAllOf(Wanted other) {
            return other.headers.entrySet().containsAll(headers.entrySet())
                    && other.cookies.entrySet().containsAll(cookies.entrySet());
        }
    }

    private final Wanted match;
    private final List<Wanted> before = new ArrayList<>();
    private final List<String> leading = new ArrayList<>();

    private Rules(Wanted match) {
        this.match = match;
    }

    static List<Rollout.Rule> of(JsonNode route) {
        Rules rules = new Rules(Wanted.of(route.path("match")));
        List<Rollout.Rule> found = new ArrayList<>();
        for (JsonNode share : route.path("forward").path("split")) {
            JsonNode when = share.path("when");
            Wanted wanted = Wanted.of(when);
            if (!wanted.headers().isEmpty() || !wanted.cookies().isEmpty()) {
                String upstream = share.path("upstream").asText();
                found.add(new Rollout.Rule(words(when), upstream, rules.doubt(wanted)));
                rules.before.add(wanted);
                rules.leading.add(upstream);
            }
        }
        return found;
    }

    private String doubt(Wanted wanted) {
        for (Map.Entry<String, String> header : wanted.headers().entrySet()) {
            String demanded = match.headers().get(header.getKey());
            if (demanded != null && !demanded.equals(header.getValue())) {
                return Texts.get("rollout.doubt.match", header.getKey(), demanded);
            }
        }
        for (int i = 0; i < before.size(); i++) {
            if (before.get(i).takesAllOf(wanted)) {
                return Texts.get("rollout.doubt.before", leading.get(i));
            }
        }
        return wanted.cookies().isEmpty()
                        && match.headers()
                                .entrySet()
                                .containsAll(wanted.headers().entrySet())
                ? Texts.get("rollout.doubt.always")
                : "";
    }

    private static String words(JsonNode when) {
        List<String> all = new ArrayList<>();
        when.path("headers")
                .properties()
                .forEach(each -> all.add(Texts.get(
                        "rollout.header", each.getKey(), each.getValue().asText())));
        when.path("cookies")
                .properties()
                .forEach(each -> all.add(Texts.get(
                        "rollout.cookie", each.getKey(), each.getValue().asText())));
        return String.join(" " + Texts.get("rollout.both") + " ", all);
    }
}
