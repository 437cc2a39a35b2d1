package dev.gatehouse.engine.model;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Connections of an upstream, counted over the whole gateway. */
@Declaration(title = "Pool", help = "How many connections are used, and how many requests may wait for one.")
public record Pool(
        @Setting(
                title = "Connections",
                help = "Most connections in use to the upstream, over all targets and the whole gateway; over HTTP/2"
                        + " most requests in flight.",
                byDefault = "256",
                min = "1",
                max = "65535")
        int connections,

        @Setting(
                title = "Pending",
                help = "Most requests that may wait for a connection; more are answered 503.",
                byDefault = "1024",
                min = "0",
                max = "1000000")
        int pending,

        @Setting(
                title = "Patience",
                help = "Longest wait for a connection; later is answered 503.",
                byDefault = "1s",
                min = "0s",
                max = "1m")
        Duration patience,

        @Setting(
                title = "Adaptive limit",
                help = "Finds out while it works how many requests the upstream takes at once, up to its connections;"
                        + " what is too much is answered 503 at once. Without it, the limit is fixed.")
        @Nullable
        AdaptivePool adaptive) {}
