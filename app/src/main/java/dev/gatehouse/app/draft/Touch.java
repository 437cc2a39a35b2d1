package dev.gatehouse.app.draft;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * What a step did to one object.
 *
 * @param place its index in its collection, so that one that goes and comes back stands where it stood
 * @param before null if it was not there
 * @param after null if it is not there
 */
record Touch(
        ObjectKey key,
        int place,
        @Nullable ObjectNode before,
        @Nullable ObjectNode after) {}
