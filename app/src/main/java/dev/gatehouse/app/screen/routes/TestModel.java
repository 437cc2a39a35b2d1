package dev.gatehouse.app.screen.routes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.app.client.Call;
import dev.gatehouse.app.client.Calls;
import dev.gatehouse.app.client.Explanation;
import dev.gatehouse.app.connection.Connection;
import dev.gatehouse.app.draft.Draft;
import dev.gatehouse.app.draft.MergePatch;
import dev.gatehouse.app.draft.ObjectKey;
import dev.gatehouse.app.look.Status;
import dev.gatehouse.app.text.Texts;
import dev.gatehouse.app.work.Job;
import dev.gatehouse.app.work.Jobs;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/** A request that somebody imagines, and what the draft would make of it; nothing is sent anywhere but to the Admin API. */
final class TestModel {
    /**
     * What would become of the request.
     *
     * @param title the outcome in a sentence
     * @param lines where it would go, or why nothing takes it
     */
    record Verdict(Status status, String title, List<String> lines, List<Call.Miss> misses) {}

    private final Draft draft;
    private final Connection connection;
    private final Jobs jobs;
    private final String route;
    private final StringProperty method = new SimpleStringProperty("GET");
    private final StringProperty url = new SimpleStringProperty("");
    private final StringProperty headers = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<@Nullable Verdict> verdict = new ReadOnlyObjectWrapper<>();
    private @Nullable Job<Explanation> asking;

    TestModel(Draft draft, Connection connection, Jobs jobs, String route) {
        this.draft = draft;
        this.connection = connection;
        this.jobs = jobs;
        this.route = route;
        ObjectNode object = draft.object(new ObjectKey("routes", route));
        suggest(object == null ? JsonNodeFactory.instance.objectNode() : object);
    }

    /** Why the gateway cannot be asked now; empty if it can. */
    ObservableValue<String> lost() {
        return connection.live().lostProperty();
    }

    StringProperty methodProperty() {
        return method;
    }

    /** A URL, or a path. */
    StringProperty urlProperty() {
        return url;
    }

    /** One header a line, {@code name: value}. */
    StringProperty headersProperty() {
        return headers;
    }

    /** What would become of the request; null before it was asked. */
    ReadOnlyObjectProperty<@Nullable Verdict> verdictProperty() {
        return verdict.getReadOnlyProperty();
    }

    /** Takes a recorded call as the request. */
    void take(Call call) {
        method.set(call.method());
        url.set((call.scheme().isEmpty() ? "http" : call.scheme()) + "://" + call.host() + Calls.target(call));
        headers.set("");
        run();
    }

    /** The request as a command line. */
    String curl() {
        StringBuilder line = new StringBuilder("curl -i");
        if (!method.get().equals("GET")) {
            line.append(" -X ").append(method.get());
        }
        for (String header :
                headers.get().lines().filter(each -> each.contains(":")).toList()) {
            line.append(" -H ").append(quoted(header.strip()));
        }
        return line.append(' ').append(quoted(url.get())).toString();
    }

    /** Asks what would become of it under the draft. */
    void run() {
        if (asking != null) {
            asking.cancel();
        }
        ObjectNode request = request();
        asking = jobs.start(Texts.get("routes.test.asking"), told -> new Calls(connection.client()).explain(request))
                .then(explanation -> verdict.set(Verdicts.of(explanation, route)))
                .failed(failure -> verdict.set(Verdicts.failed(failure)));
    }

    private ObjectNode request() {
        ObjectNode request = JsonNodeFactory.instance.objectNode();
        request.put("method", method.get().strip().toUpperCase(Locale.ROOT));
        request.put("url", url.get().strip());
        ObjectNode sent = request.putObject("headers");
        headers.get().lines().forEach(line -> {
            int colon = line.indexOf(':');
            if (colon > 0) {
                sent.withArray("/"
                                + line.substring(0, colon)
                                        .strip()
                                        .replace("~", "~0")
                                        .replace("/", "~1"))
                        .add(line.substring(colon + 1).strip());
            }
        });
        if (!draft.changes().isEmpty()) {
            ObjectNode changed = request.putObject("draft");
            changed.put("base", draft.baseRevision());
            changed.set("patch", MergePatch.between(draft.base(), draft.tree()));
        }
        return request;
    }

    /** A request that the route takes, as far as its match tells. */
    private void suggest(JsonNode object) {
        JsonNode match = object.path("match");
        List<String> methods = RouteWords.list(match.path("methods"));
        method.set(methods.isEmpty() ? "GET" : methods.getFirst());
        List<String> hosts = RouteWords.list(match.path("hosts"));
        String host = hosts.isEmpty() ? "localhost" : hosts.getFirst().replace("*.", "www.");
        String path =
                match.path("path").asText("/**").replaceAll("\\{[^}]*}", "1").replace("**", "");
        List<String> query = new ArrayList<>();
        match.path("query")
                .properties()
                .forEach(each -> query.add(each.getKey() + "=" + each.getValue().asText()));
        url.set("http://" + host + listenerPort(match) + path + (query.isEmpty() ? "" : "?" + String.join("&", query)));
        List<String> lines = new ArrayList<>();
        match.path("headers")
                .properties()
                .forEach(
                        each -> lines.add(each.getKey() + ": " + each.getValue().asText()));
        headers.set(String.join("\n", lines));
    }

    private String listenerPort(JsonNode match) {
        List<String> names = RouteWords.list(match.path("listeners"));
        JsonNode listeners = draft.tree().path("listeners");
        String name = !names.isEmpty()
                ? names.getFirst()
                : listeners.properties().stream()
                        .filter(each ->
                                each.getValue().path("role").asText("edge").equals("edge"))
                        .map(java.util.Map.Entry::getKey)
                        .findFirst()
                        .orElse("");
        int port = listeners.path(name).path("port").asInt(0);
        return port == 0 || port == 80 ? "" : ":" + port;
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
