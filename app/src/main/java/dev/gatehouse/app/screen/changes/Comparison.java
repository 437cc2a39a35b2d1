package dev.gatehouse.app.screen.changes;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Two revisions side by side.
 *
 * @param older the number of the one before
 * @param newer the number of the one after
 * @param document of the newer
 * @param before how calls fared in the five minutes before the newer was applied; null if the gateway does not know
 * @param after and in the five minutes after
 */
record Comparison(
        int older,
        int newer,
        ObjectNode document,
        List<ChangedObject> objects,
        @Nullable Fared before,
        @Nullable Fared after) {}
