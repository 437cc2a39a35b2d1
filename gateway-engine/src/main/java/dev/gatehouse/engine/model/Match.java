package dev.gatehouse.engine.model;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which requests a route takes; every part that is given must hold. */
@Declaration(
        title = "Match",
        help = "Which requests the route takes; every part that is given must hold.",
        example = "{hosts: [api.example.com], path: \"/shop/products/{id}\", methods: [GET, HEAD]}")
public record Match(
        @Setting(
                title = "Listeners",
                help = "Where the request comes in; without it, every listener with the role edge.",
                refersTo = "listeners")
        List<String> listeners,

        @Setting(
                title = "Hosts",
                help = "The request's host: exact, or *. and a suffix for one or more labels before it.",
                format = Setting.Format.HOST_PATTERN)
        List<String> hosts,

        @Setting(
                title = "Path",
                help = "The request's path: static segments, {name} for one segment, /** at the end for any rest.",
                byDefault = "/**",
                format = Setting.Format.PATH_PATTERN)
        String path,

        @Setting(title = "Methods", help = "The request's method; without it, any.", format = Setting.Format.METHOD)
        List<String> methods,

        @Setting(
                title = "Headers",
                help = "Headers that must be present with exactly this value.",
                keys = Setting.Format.HEADER_NAME,
                format = Setting.Format.HEADER_VALUE)
        Map<String, String> headers,

        @Setting(title = "Query", help = "Query parameters that must be present with exactly this value.")
        Map<String, String> query,

        @Setting(
                title = "When",
                help = "A CEL expression over the request, for what the rest cannot say.",
                format = Setting.Format.EXPRESSION,
                advanced = true,
                max = "4000")
        @Nullable
        String when) {
    /** Takes every request on every edge listener. */
    public static final Match ANYTHING = new Match(List.of(), List.of(), "/**", List.of(), Map.of(), Map.of(), null);

    public Match {
        listeners = List.copyOf(listeners);
        hosts = List.copyOf(hosts);
        methods = List.copyOf(methods);
        headers = Ordered.copy(headers);
        query = Ordered.copy(query);
    }
}
