package dev.gatehouse.engine.route;

import dev.cel.runtime.CelVariableResolver;
import dev.gatehouse.engine.exchange.ClientCertificate;
import dev.gatehouse.engine.exchange.RequestHead;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What an expression may ask of a request; maps are made only when asked for. */
final class HeadVariables implements CelVariableResolver {
    private final RequestHead head;

    HeadVariables(RequestHead head) {
        this.head = head;
    }

    @Override
    public Optional<Object> find(String name) {
        ClientCertificate shown = head.clientCertificate();
        return switch (name) {
            case "request.method" -> Optional.of(head.method());
            case "request.scheme" -> Optional.of(head.scheme());
            case "request.host" -> Optional.of(head.host());
            case "request.path" -> Optional.of(head.path());
            case "request.listener" -> Optional.of(head.listener());
            case "request.clientAddress" -> Optional.of(head.clientAddress());
            case "request.clientCertificate.subject" -> Optional.of(shown == null ? "" : shown.subject());
            case "request.clientCertificate.names" -> Optional.of(shown == null ? List.of() : shown.names());
            case "request.query" -> Optional.of(QueryText.all(head.query()));
            case "request.headers" -> Optional.of(headers());
            default -> Optional.empty();
        };
    }

    private Map<String, String> headers() {
        Map<String, String> all = new HashMap<>();
        head.headers()
                .iteratorAsString()
                .forEachRemaining(e -> all.putIfAbsent(e.getKey().toLowerCase(Locale.ROOT), e.getValue()));
        return all;
    }
}
