package dev.gatehouse.engine.outbound.discovery;

import dev.gatehouse.engine.model.Discovery;
import dev.gatehouse.engine.upstream.Found;
import java.time.Duration;
import java.util.List;

/** Where targets are looked for. Used by one thread. */
interface Source extends AutoCloseable {
    /**
     * What a look has found.
     *
     * @param pause how long it is good for
     */
    record Answer(List<Found> targets, Duration pause) {}

    /** There is no answer; the message says why, as the end of a sentence. */
    class Failed extends Exception {
        private static final long serialVersionUID = 1;

        Failed(String message) {
            super(message);
        }
    }

    /** The answer is that there is nothing: nobody has failed. */
    final class Nothing extends Failed {
        private static final long serialVersionUID = 1;

        Nothing(String message) {
            super(message);
        }
    }

    /** Looks once. Blocks. */
    Answer look() throws Failed, InterruptedException;

    /**
     * How long to wait after so many failures in a row.
     *
     * @param failures at least 1
     */
    Duration pauseAfter(int failures);

    @Override
    void close();

    /** The source that a setting means. */
    static Source of(Discovery setting, DnsThread thread) {
        if (setting.file() != null) {
            return new FileSource(setting.file(), setting.interval());
        }
        NameServers servers = new NameServers(setting.servers(), thread.eventLoop());
        return setting.dns() != null
                ? new DnsSource(setting, setting.dns(), servers)
                : new SrvSource(setting, String.valueOf(setting.srv()), servers);
    }
}
