package dev.gatehouse.engine.snapshot;

import dev.gatehouse.engine.certificate.Credentials;
import dev.gatehouse.engine.model.Match;
import dev.gatehouse.engine.model.Role;
import dev.gatehouse.engine.spec.Warning;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Finds hosts of routes that no certificate of their https listeners is for: browsers refuse to go there. */
final class HostCoverage {
    private final Map<String, Credentials> edge = new LinkedHashMap<>();
    private final Map<String, Credentials> all = new LinkedHashMap<>();

    HostCoverage(Map<String, CompiledListener> listeners) {
        listeners.forEach((name, listener) -> {
            if (listener.tls() != null) {
                Credentials credentials = new Credentials(listener.tls().credentials());
                all.put(name, credentials);
                if (listener.listener().role() == Role.EDGE) {
                    edge.put(name, credentials);
                }
            }
        });
    }

    /**
     * Checks a route.
     *
     * @param match with its listeners by their full names
     * @param pointer to the match in the document
     */
    void check(Match match, String pointer, List<Warning> warnings) {
        if (all.isEmpty() || match.hosts().isEmpty()) {
            return;
        }
        List<String> names = match.listeners().isEmpty() ? List.copyOf(edge.keySet()) : match.listeners();
        for (int i = 0; i < match.hosts().size(); i++) {
            String host = match.hosts().get(i).toLowerCase(Locale.ROOT);
            for (String name : names) {
                Credentials credentials = all.get(name);
                if (credentials != null && !credentials.covers(host)) {
                    warnings.add(new Warning(
                            pointer + "/hosts/" + i,
                            "No certificate of the listener '" + name + "' is for " + host + ": clients refuse it."));
                }
            }
        }
    }
}
