package dev.gatehouse.engine.store.calls;

import java.time.Instant;

/** The columns of a call; numbers of route, upstream and fault are the dictionary's. */
record CallRow(
        String id,
        Instant time,
        int status,
        long durationMicros,
        int route,
        int upstream,
        int fault,
        String host,
        String path,
        String requestId) {}
