package dev.gatehouse.engine.model;

import java.time.Duration;

/** What a client of a listener may send at most, and how long it may take. */
@Declaration(title = "Listener limits", help = "What a client may send at most, and how long it may take.")
public record ListenerLimits(
        @Setting(
                title = "Header size",
                help = "All request headers together; more is answered 431.",
                byDefault = "32KiB",
                min = "1KiB",
                max = "1MiB")
        ByteSize headerSize,

        @Setting(
                title = "Header count",
                help = "Number of request headers; more is answered 431.",
                byDefault = "100",
                min = "1",
                max = "1000")
        int headerCount,

        @Setting(
                title = "URI length",
                help = "Length of the request target; more is answered 414.",
                byDefault = "8KiB",
                min = "256B",
                max = "64KiB")
        ByteSize uri,

        @Setting(
                title = "Header time",
                help = "Time in which a request's head must be complete, from its first byte; later is answered 408.",
                byDefault = "10s",
                min = "100ms",
                max = "10m")
        Duration headerTime,

        @Setting(
                title = "Body size",
                help = "Size of a request's body; more is answered 413.",
                byDefault = "100MiB",
                min = "0B")
        ByteSize body,

        @Setting(
                title = "Idle time",
                help = "How long a kept connection may wait for its next request before it is closed.",
                byDefault = "75s",
                min = "1s",
                max = "1h")
        Duration idle,

        @Setting(
                title = "Connections of one address",
                help = "Connections that one client address may have open; more are closed at once. 0 is no limit;"
                        + " trusted proxies have none.",
                byDefault = "0",
                min = "0",
                max = "1000000",
                advanced = true)
        int connections,

        @Setting(
                title = "Connections of all clients",
                help = "Connections that may be open at once; while there are as many, new ones wait in the system's"
                        + " queue. Connections that come in the same moment may pass it by a few. 0 is no limit.",
                byDefault = "0",
                min = "0",
                max = "1000000",
                advanced = true)
        int openConnections,

        @Setting(
                title = "Streams",
                help = "Requests that may be in flight at once on one HTTP/2 connection; more are refused.",
                byDefault = "100",
                min = "1",
                max = "10000",
                advanced = true)
        int streams,

        @Setting(
                title = "Resets",
                help = "HTTP/2 streams that may be reset on one connection in ten seconds, beyond as many as ended"
                        + " well; with more it is closed.",
                byDefault = "200",
                min = "10",
                max = "100000",
                advanced = true)
        int resets) {}
