package dev.gatehouse.app;

import java.lang.management.ManagementFactory;
import java.util.HashSet;
import java.util.Set;

/** Says when something happened, in ms since the JVM's start, under {@code -Dgatehouse.timing=true}; for the start's script. */
final class Timing {
    private static final boolean ON = Boolean.getBoolean("gatehouse.timing");
    private static final Set<String> SAID = new HashSet<>();

    private Timing() {}

    /** Prints {@code gatehouse-timing <event> <ms>}, once per event. */
    static synchronized void mark(String event) {
        if (ON && SAID.add(event)) {
            long started = ManagementFactory.getRuntimeMXBean().getStartTime();
            System.out.println("gatehouse-timing " + event + " " + (System.currentTimeMillis() - started));
        }
    }
}
