package dev.gatehouse.engine.spec;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Makes good documents of every shape, always the same ones for a seed. */
final class RandomConfigurations {
    private static final List<String> NASTY = List.of(
            "plain",
            "",
            " ",
            "yes",
            "on",
            "null",
            "~",
            "true",
            "12",
            "1.5",
            "0x1F",
            "-",
            "- a",
            "a: b",
            "a #b",
            "#c",
            "*x",
            "&x",
            "!x",
            "%x",
            "@x",
            "`x`",
            "'q'",
            "\"d\"",
            "{a}",
            "[a]",
            "a, b",
            "a\nb",
            "a\n\n  b\n",
            "\n",
            "tab\tx",
            "é ü 漢字 🚪",
            "ends:",
            "ends ",
            " begins",
            "?",
            "? a",
            ":",
            ":a",
            "<<",
            "=",
            "2026-11-22",
            "12:30:45",
            "1_000",
            ".inf",
            "back\\slash",
            "---",
            "...",
            "--- a",
            "|",
            ">",
            "a\r\nb");

    private final Random random;
    private final JsonNodeFactory nodes = JsonNodeFactory.instance;

    RandomConfigurations(long seed) {
        random = new Random(seed);
    }

    ObjectNode next() {
        ObjectNode document = nodes.objectNode();
        List<String> upstreams = new ArrayList<>();
        ObjectNode listeners = nodes.objectNode();
        for (int i = random.nextInt(3); i > 0; i--) {
            listener(listeners.putObject("listener-" + i));
        }
        ObjectNode upstreamNodes = nodes.objectNode();
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            String name = "up.stream_" + i + "@v" + i;
            ObjectNode upstream = upstreamNodes.putObject(name);
            upstream(upstream);
            upstreams.add(Names.full(name, upstream.path("owner").textValue()));
        }
        ObjectNode routes = nodes.objectNode();
        for (int i = random.nextInt(5); i > 0; i--) {
            route(routes.putObject("route" + i), upstreams);
        }
        List<Runnable> parts = new ArrayList<>(List.of(
                () -> document.put("gatehouse", 1),
                () -> document.set("listeners", listeners),
                () -> document.set("upstreams", upstreamNodes),
                () -> document.set("routes", routes)));
        Collections.shuffle(parts, random);
        parts.forEach(Runnable::run);
        return document;
    }

    /** The same with the keys of every object in another order. */
    ObjectNode shuffled(ObjectNode object) {
        List<String> keys = new ArrayList<>();
        object.fieldNames().forEachRemaining(keys::add);
        Collections.shuffle(keys, random);
        ObjectNode shuffled = nodes.objectNode();
        for (String key : keys) {
            shuffled.set(key, object.get(key) instanceof ObjectNode inner ? shuffled(inner) : object.get(key));
        }
        return shuffled;
    }

    private String line() {
        String text = nasty();
        return text.contains("\n") ? "one line" : text;
    }

    private String nasty() {
        return oneOf(NASTY);
    }

    private void about(ObjectNode object) {
        if (some()) {
            object.put("title", line());
        }
        if (some()) {
            object.put("description", nasty());
        }
        if (some()) {
            ObjectNode labels = object.putObject("labels");
            for (int i = random.nextInt(3); i > 0; i--) {
                labels.put(oneOf(List.of("on", "team", "a b", "404", "~", "x:y", "{z}", "null", "")), "é: " + i);
            }
        }
        if (some()) {
            object.put("owner", oneOf(List.of("acme", "globex")));
        }
    }

    private void listener(ObjectNode listener) {
        about(listener);
        listener.put("port", random.nextInt(65536));
        if (some()) {
            listener.put("address", oneOf(List.of("0.0.0.0", "127.0.0.1", "::", "::1")));
        }
        if (some()) {
            listener.put("role", oneOf(List.of("edge", "inbound")));
        }
        if (some()) {
            listener.putArray("trustedProxies")
                    .add("10.0.0.0/8")
                    .add("fd00::/8")
                    .add("192.0.2.1");
        }
        if (some()) {
            ObjectNode limits = listener.putObject("limits");
            limits.put("headerSize", oneOf(List.of("32KiB", "32768B", "33000B", "1MiB")));
            limits.put("body", oneOf(List.of("100MiB", "0B", "1TiB", "1025KiB")));
            limits.put("idle", oneOf(List.of("75s", "1m15s", "1h", "59m59s999ms")));
        }
    }

    private void upstream(ObjectNode upstream) {
        about(upstream);
        ArrayNode targets = upstream.putArray("targets");
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            ObjectNode target = targets.addObject();
            if (some()) {
                target.put("weight", random.nextInt(3));
            }
            target.put("address", oneOf(List.of("127.0.0.1:9101", "[::1]:80", "orders.internal:8080", "a_b:1")));
        }
        if (some()) {
            upstream.putObject("balancer").put("type", oneOf(List.of("round-robin", "least-requests")));
        }
        if (some()) {
            ObjectNode timeouts = upstream.putObject("timeouts");
            timeouts.put("connect", oneOf(List.of("2s", "2000ms", "1500ms", "1m1ms", "5m")));
            timeouts.put("response", oneOf(List.of("15s", "1h", "60m", "3601ms")));
        }
        if (some()) {
            upstream.putObject("pool")
                    .put("connections", 256)
                    .put("patience", oneOf(List.of("0s", "0ms", "1s", "1000ms")));
        }
    }

    private void route(ObjectNode route, List<String> upstreams) {
        about(route);
        route.remove("owner");
        if (some()) {
            ObjectNode match = route.putObject("match");
            match.put("path", oneOf(List.of("/**", "/", "/a/{id}/b", "/a%20b/{x}/**", "/~tilde/")));
            if (some()) {
                match.putArray("hosts").add(oneOf(List.of("example.org", "*.Example.ORG", "127.0.0.1", "[::1]")));
                match.putArray("methods").add("GET").add("M-SEARCH");
            }
            if (some()) {
                match.putObject("headers").put("X-A", "on").put("x-b", "5");
                match.putObject("query").put("a b", line()).put("", "x");
                match.put("when", "request.method == 'GET' || true");
            }
        }
        if (some()) {
            route.put("priority", random.nextInt(5) - 2);
        }
        ObjectNode forward = route.putObject("forward");
        switch (random.nextInt(4)) {
            case 0 -> {
                forward.put("upstream", oneOf(upstreams));
                if (some()) {
                    forward.put("path", oneOf(List.of("/x/{id}", "/x/**", "/v{id}-x")));
                }
            }
            case 1 -> {
                ArrayNode split = forward.putArray("split");
                split.addObject().put("upstream", oneOf(upstreams)).put("weight", 1 + random.nextInt(3));
                split.addObject().put("upstream", oneOf(upstreams));
            }
            case 2 -> {
                ObjectNode respond = forward.putObject("respond");
                if (some()) {
                    respond.put("status", oneOf(List.of(200, 404, 503))).put("body", nasty());
                    respond.putObject("headers").put("Content-Type", "text/plain; charset=utf-8");
                }
            }
            default -> {
                ObjectNode redirect = forward.putObject("redirect");
                redirect.put("location", oneOf(List.of("https://www.example.com/x/{id}", "/x", "http://a:1/**")));
                redirect.put("status", oneOf(List.of(301, 302, 303, 307, 308)));
            }
        }
    }

    private boolean some() {
        return random.nextBoolean();
    }

    private <T> T oneOf(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
