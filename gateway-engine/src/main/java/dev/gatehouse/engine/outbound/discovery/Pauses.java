package dev.gatehouse.engine.outbound.discovery;

import dev.gatehouse.engine.model.Discovery;
import java.time.Duration;

/** How long to wait before DNS is asked again. */
record Pauses(Duration shortest, Duration longest) {
    /** A server that has come back shall not be waited for much longer than this. */
    private static final Duration MOST_AFTER_FAILURE = Duration.ofSeconds(30);

    private static final int MOST_DOUBLINGS = 10;

    static Pauses of(Discovery setting) {
        return new Pauses(setting.interval(), setting.longest());
    }

    /** After an answer that is good for so many seconds. */
    Duration after(long seconds) {
        if (seconds >= longest.toSeconds()) {
            return longest;
        }
        Duration said = Duration.ofSeconds(Math.max(0, seconds));
        return said.compareTo(shortest) < 0 ? shortest : said;
    }

    /** After so many failures in a row: twice as long with each, within bounds. */
    Duration afterFailures(int failures) {
        Duration most = longest.compareTo(MOST_AFTER_FAILURE) < 0 ? longest : MOST_AFTER_FAILURE;
        Duration doubled = shortest.multipliedBy(1L << Math.clamp(failures - 1, 0, MOST_DOUBLINGS));
        return shortest.compareTo(most) > 0 ? shortest : doubled.compareTo(most) > 0 ? most : doubled;
    }
}
