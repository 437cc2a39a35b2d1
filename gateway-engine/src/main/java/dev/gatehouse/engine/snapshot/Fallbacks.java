package dev.gatehouse.engine.snapshot;

import dev.gatehouse.engine.destination.RespondDestination;
import dev.gatehouse.engine.destination.UpstreamDestination;
import dev.gatehouse.engine.model.Destination;
import dev.gatehouse.engine.spec.Violation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Where requests go while the circuit of their upstream is open, by the upstream's full name. */
final class Fallbacks {
    private final Map<String, Ending> endings = new HashMap<>();
    private final List<Violation> violations;

    Fallbacks(List<Violation> violations) {
        this.violations = violations;
    }

    /**
     * Compiles one.
     *
     * @param pointer where it stands in the document
     * @param of the upstream that it stands in for
     * @param upstreams finds another by its reference
     */
    void add(String pointer, CompiledUpstream of, Destination fallback, Function<String, CompiledUpstream> upstreams) {
        switch (fallback) {
            case RespondDestination d ->
                endings.put(
                        of.name(),
                        Ending.Answer.of(
                                d.respond().status(),
                                d.respond().headers(),
                                d.respond().body()));
            case UpstreamDestination d
            when d.path() != null ->
                violations.add(new Violation(
                        pointer + "/path", "A fallback keeps the request's path.", "Leave out the path."));
            case UpstreamDestination d
            when d.mirror() != null ->
                violations.add(new Violation(
                        pointer + "/mirror",
                        "A fallback stands in for answers, which a mirror has none of.",
                        "Leave out the mirror, or set it where the route forwards."));
            case UpstreamDestination d -> {
                CompiledUpstream other = upstreams.apply(d.upstream());
                if (other.index() == of.index()) {
                    violations.add(new Violation(
                            pointer + "/upstream",
                            "An upstream cannot stand in for itself.",
                            "Name another upstream."));
                }
                endings.put(of.name(), new Ending.Forward(List.of(other), new int[] {1}, null, null, null, Map.of()));
            }
            default ->
                violations.add(new Violation(
                        pointer, "A fallback is another upstream or a response.", "Use 'upstream' or 'respond'."));
        }
    }

    /** All of them. */
    Map<String, Ending> endings() {
        return endings;
    }
}
