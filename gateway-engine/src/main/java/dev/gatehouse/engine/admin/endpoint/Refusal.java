package dev.gatehouse.engine.admin.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;

/** Ends a request with a problem; thrown anywhere below a handler. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final Problem problem;
    private final transient Map<String, JsonNode> fields = new LinkedHashMap<>();
    private final transient Map<String, String> headers = new LinkedHashMap<>();

    /**
     * A refusal.
     *
     * @param detail what happened in this case and what to do, in whole sentences
     */
    public Refusal(Problem problem, String detail) {
        super(detail, null, false, false);
        this.problem = problem;
    }

    /** With one more field of the problem. */
    public Refusal with(String field, JsonNode value) {
        fields.put(field, value);
        return this;
    }

    /** With a header of the answer. */
    public Refusal header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    /** Which problem it is. */
    public Problem problem() {
        return problem;
    }

    /** Headers of the answer. */
    public Map<String, String> headers() {
        return Map.copyOf(headers);
    }

    /** The problem's body. */
    public ObjectNode body() {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("type", "urn:gatehouse:problem:" + problem.code());
        body.put("title", problem.title());
        body.put("status", problem.status());
        body.put("code", problem.code());
        body.put("detail", getMessage());
        fields.forEach(body::set);
        return body;
    }
}
