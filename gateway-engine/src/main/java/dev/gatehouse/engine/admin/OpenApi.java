package dev.gatehouse.engine.admin;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.engine.admin.endpoint.Answer;
import dev.gatehouse.engine.admin.endpoint.Endpoint;
import dev.gatehouse.engine.admin.endpoint.Problem;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/** Describes endpoints as an OpenAPI 3.1 document. */
final class OpenApi {
    private final ObjectNode schemas = JsonNodeFactory.instance.objectNode();

    private OpenApi() {}

    static ObjectNode document(List<Endpoint> endpoints, String version) {
        OpenApi api = new OpenApi();
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.put("openapi", "3.1.0");
        document.putObject("info")
                .put("title", "Gatehouse Admin API")
                .put("version", version)
                .put("description", "See and change a gateway. Times are ISO 8601 in UTC, latencies milliseconds.");
        document.putArray("servers").addObject().put("url", AdminServer.BASE);
        ObjectNode paths = document.putObject("paths");
        for (Endpoint endpoint : endpoints) {
            ObjectNode path = paths.withObjectProperty(endpoint.path());
            path.set(endpoint.method().toLowerCase(Locale.ROOT), api.operation(endpoint));
        }
        ObjectNode components = document.putObject("components");
        components.set("schemas", api.schemas);
        components
                .putObject("securitySchemes")
                .putObject("token")
                .put("type", "http")
                .put("scheme", "bearer");
        return document;
    }

    private ObjectNode operation(Endpoint endpoint) {
        ObjectNode operation = JsonNodeFactory.instance.objectNode();
        operation.put("operationId", endpoint.operationId());
        operation.put("summary", endpoint.summary());
        operation.putArray("tags").add(endpoint.path().split("/")[1].replaceAll("\\..*", ""));
        if (endpoint.open()) {
            operation.putArray("security");
        } else {
            operation.putArray("security").addObject().putArray("token");
        }
        var parameters = operation.putArray("parameters");
        endpoint.parameters().forEach(parameter -> {
            ObjectNode node = parameters.addObject();
            node.put("name", parameter.name()).put("in", parameter.place());
            node.put("description", parameter.help());
            node.put("required", parameter.place().equals("path"));
            node.set("schema", parameter.shape().schema(schemas::set));
        });
        Answer takes = endpoint.takes();
        if (takes != null) {
            ObjectNode body = operation.putObject("requestBody");
            body.put("description", takes.help());
            content(body, takes);
        }
        ObjectNode responses = operation.putObject("responses");
        new TreeMap<>(endpoint.answers()).forEach((status, answer) -> {
            ObjectNode response = responses.putObject(String.valueOf(status));
            response.put("description", answer.help());
            content(response, answer);
        });
        ObjectNode problem = responses.putObject("default");
        problem.put("description", "A problem (RFC 9457).");
        content(problem, new Answer("", List.of("application/problem+json"), Problem.shape()));
        return operation;
    }

    private void content(ObjectNode node, Answer answer) {
        for (String media : answer.media()) {
            ObjectNode content = node.withObjectProperty("content").putObject(media);
            if (answer.shape() != null) {
                content.set("schema", answer.shape().schema(schemas::set));
            }
        }
    }
}
