package dev.gatehouse.engine.snapshot;

import dev.gatehouse.engine.model.Configuration;
import dev.gatehouse.engine.route.RouteTable;
import java.util.List;
import java.util.Map;

/**
 * A revision in the form that the data path reads. Immutable but for the state inside its upstreams.
 *
 * @param revision its number
 * @param configuration what it was compiled from
 * @param listeners by name
 * @param certificates all that listeners and upstreams may use
 * @param table all routes
 * @param routes by dense number
 * @param upstreams by dense number
 */
public record Snapshot(
        int revision,
        Configuration configuration,
        Map<String, CompiledListener> listeners,
        List<CompiledCertificate> certificates,
        RouteTable<CompiledRoute> table,
        List<CompiledRoute> routes,
        List<CompiledUpstream> upstreams) {}
