package dev.gatehouse.engine.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Immutable copies of maps that keep the document's order, so that what was written comes back as it was written. */
public final class Ordered {
    private Ordered() {}

    /** Copies a map; later changes of the original do not show. */
    public static <V> Map<String, V> copy(Map<String, V> map) {
        return map.isEmpty() ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }
}
