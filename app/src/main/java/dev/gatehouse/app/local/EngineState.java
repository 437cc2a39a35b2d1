package dev.gatehouse.app.local;

import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;

/** How the gateway in this process stands. */
public sealed interface EngineState {
    /** None runs. */
    record Stopped() implements EngineState {}

    /** It is on its way up. */
    record Starting(EngineKind kind) implements EngineState {}

    /**
     * It serves.
     *
     * @param address of its Admin API
     * @param token that opens it
     * @param listeners where it took connections when it started, by name
     * @param directory its data
     */
    record Running(
            EngineKind kind,
            URI address,
            String token,
            Map<String, InetSocketAddress> listeners,
            Path directory,
            Instant since)
            implements EngineState {}

    /** It takes no new requests and waits for those in flight, at most ten seconds. */
    record Draining(EngineKind kind) implements EngineState {}

    /**
     * It could not start.
     *
     * @param why a sentence
     * @param wayOut a sentence
     */
    record Failed(EngineKind kind, String why, String wayOut) implements EngineState {}
}
