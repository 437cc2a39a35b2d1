import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What the soak's clients saw. A failure is allowed where a target was being killed while the request ran and the request
 * could not be sent again: an upload, or a response of which a part had come. Everything else is a finding.
 */
final class Tally {
    private final Map<String, AtomicLong> counts = new ConcurrentSkipListMap<>();
    private final ConcurrentLinkedQueue<String> findings = new ConcurrentLinkedQueue<>();
    private volatile long lastKill = Long.MIN_VALUE / 2;

    void killed() {
        lastKill = System.nanoTime();
    }

    void count(String what) {
        counts.computeIfAbsent(what, _ -> new AtomicLong()).incrementAndGet();
    }

    /** A failure of something that began at a time; allowed if a target was killed since, or just before. */
    void failed(String kind, long began, boolean repeatable, String why) {
        boolean killed = lastKill > began - 1_000_000_000L;
        if (killed && !repeatable) {
            count(kind + ", cut off by a killed target");
        } else {
            count(kind + ", FAILED");
            if (findings.size() < 50) {
                findings.add(kind + ": " + why);
            }
        }
    }

    void finding(String what) {
        findings.add(what);
    }

    Map<String, Long> counts() {
        Map<String, Long> now = new TreeMap<>();
        counts.forEach((what, count) -> now.put(what, count.get()));
        return now;
    }

    ConcurrentLinkedQueue<String> findings() {
        return findings;
    }
}
