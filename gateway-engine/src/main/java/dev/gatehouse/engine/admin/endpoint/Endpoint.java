package dev.gatehouse.engine.admin.endpoint;

import io.javalin.http.Handler;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One operation of the Admin API.
 *
 * @param method in capitals
 * @param path below {@code /admin/v1}, parameters as <code>{name}</code>
 * @param open true if it asks for no token
 * @param takes the request's body, or null for none
 * @param answers by status; refusals are problems and need not be listed
 * @param handler runs on a virtual thread and may block
 */
public record Endpoint(
        String method,
        String path,
        String summary,
        boolean open,
        List<Parameter> parameters,
        @Nullable Answer takes,
        Map<Integer, Answer> answers,
        Handler handler) {
    /** The media type of a JSON body. */
    public static final String JSON = "application/json";

    /** The media type of a YAML body. */
    public static final String YAML = "application/yaml";

    /** The media type of an event stream. */
    public static final String EVENTS = "text/event-stream";

    /** Begins the declaration of a read. */
    public static Declared get(String path, String summary) {
        return new Declared("GET", path, summary);
    }

    /** Begins the declaration of a replacement. */
    public static Declared put(String path, String summary) {
        return new Declared("PUT", path, summary);
    }

    /** Begins the declaration of a partial change. */
    public static Declared patch(String path, String summary) {
        return new Declared("PATCH", path, summary);
    }

    /** Begins the declaration of an action. */
    public static Declared post(String path, String summary) {
        return new Declared("POST", path, summary);
    }

    /** Begins the declaration of a removal. */
    public static Declared delete(String path, String summary) {
        return new Declared("DELETE", path, summary);
    }

    /** The operation's name in OpenAPI, made of method and path: {@code getRevisionsByNumber}. */
    public String operationId() {
        StringBuilder id = new StringBuilder(method.toLowerCase(Locale.ROOT));
        for (String part : path.split("[/.]")) {
            boolean parameter = part.startsWith("{");
            String word = parameter ? part.substring(1, part.length() - 1) : part;
            if (!word.isEmpty()) {
                id.append(parameter ? "By" : "")
                        .append(Character.toUpperCase(word.charAt(0)))
                        .append(word.substring(1));
            }
        }
        return id.toString();
    }

    /** An endpoint that is being declared; ends with {@link #by}. */
    public static final class Declared {
        private final String method;
        private final String path;
        private final String summary;
        private boolean open;
        private final List<Parameter> parameters = new ArrayList<>();
        private @Nullable Answer takes;
        private final Map<Integer, Answer> answers = new TreeMap<>();

        private Declared(String method, String path, String summary) {
            this.method = method;
            this.path = path;
            this.summary = summary;
        }

        /** Asks for no token. */
        public Declared open() {
            open = true;
            return this;
        }

        /** Has a parameter in its path. */
        public Declared in(String name, Shape shape, String help) {
            parameters.add(new Parameter("path", name, shape, help));
            return this;
        }

        /** Understands a parameter of the query. */
        public Declared query(String name, Shape shape, String help) {
            parameters.add(new Parameter("query", name, shape, help));
            return this;
        }

        /** Understands a header. */
        public Declared header(String name, String help) {
            parameters.add(new Parameter("header", name, Shape.text(), help));
            return this;
        }

        /** Takes a body. */
        public Declared takes(String help, Shape shape, String... media) {
            takes = new Answer(help, media.length == 0 ? List.of(JSON) : List.of(media), shape);
            return this;
        }

        /** Answers with a body. */
        public Declared answers(int status, String help, Shape shape, String... media) {
            answers.put(status, new Answer(help, media.length == 0 ? List.of(JSON) : List.of(media), shape));
            return this;
        }

        /** Answers without a body, or with one that is not JSON. */
        public Declared answers(int status, String help, String... media) {
            answers.put(status, new Answer(help, List.of(media), null));
            return this;
        }

        /** Ends the declaration. */
        public Endpoint by(Handler handler) {
            return new Endpoint(
                    method, path, summary, open, List.copyOf(parameters), takes, Map.copyOf(answers), handler);
        }
    }
}
