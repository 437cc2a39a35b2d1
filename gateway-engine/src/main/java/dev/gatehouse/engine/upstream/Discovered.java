package dev.gatehouse.engine.upstream;

import dev.gatehouse.engine.model.Discovery;
import dev.gatehouse.engine.telemetry.DiscoveryUse;
import dev.gatehouse.engine.telemetry.UpstreamChange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What discovery has found for an upstream. The last good answer stays until there is another one: a look that fails, or
 * finds nothing, takes no target away. Told by one thread at a time, asked by any.
 */
public final class Discovered {
    /** The most targets that are taken. */
    static final int MOST = 1000;

    /** Who takes what was found. */
    interface Taker {
        /** These are the targets from now on. */
        void take(List<Found> found, Instant now);
    }

    /** How the last look went, and what came of those before. */
    private record Outcome(
            List<Found> found,
            @Nullable Instant lastSuccess,
            @Nullable Instant lastAttempt,
            @Nullable Instant next,
            @Nullable String problem) {}

    private static final Outcome NOTHING = new Outcome(List.of(), null, null, null, null);

    private final Discovery setting;
    private final Changes changes;
    private final Taker taker;
    private volatile Outcome last;

    /** What was found by a discovery of before, whatever its setting, stays until there is an answer. */
    Discovered(Discovery setting, Changes changes, Taker taker, @Nullable Discovered before) {
        this.setting = setting;
        this.changes = changes;
        this.taker = taker;
        last = before == null ? NOTHING : before.last;
    }

    /** What is to be looked for. */
    public Discovery setting() {
        return setting;
    }

    /** The last good answer. */
    List<Found> found() {
        return last.found();
    }

    /** Goes on from where another one has come to meanwhile, that of the revision before. */
    public void follow(Discovered before) {
        Outcome latest = before.last;
        if (!Set.copyOf(latest.found()).equals(Set.copyOf(found())) && latest.lastAttempt() != null) {
            taker.take(latest.found(), latest.lastAttempt());
        }
        last = latest;
    }

    /**
     * A look has come back with an answer.
     *
     * @param answer the targets; of an address that occurs twice the first counts
     * @param next when the next look is due
     * @return whether targets have come, gone or changed
     */
    public boolean found(List<Found> answer, Instant now, Instant next) {
        Map<String, Found> after = new HashMap<>();
        List<Found> found = new ArrayList<>();
        for (Found target : answer) {
            if (after.putIfAbsent(target.address(), target) == null) {
                found.add(target);
            }
        }
        if (found.isEmpty()) {
            failed("the answer has no target", now, next);
            return false;
        }
        if (found.size() > MOST) {
            failed("the answer has " + found.size() + " targets, more than " + MOST, now, next);
            return false;
        }
        Outcome before = last;
        last = new Outcome(List.copyOf(found), now, now, next, null);
        boolean changed = !Set.copyOf(before.found()).equals(Set.copyOf(found));
        if (changed) {
            taker.take(found, now);
            tell(before.found(), found);
        }
        if (before.problem() != null) {
            changes.add(UpstreamChange.recovered(setting.source()));
        }
        return changed;
    }

    private void tell(List<Found> before, List<Found> after) {
        List<String> added = without(after, before);
        List<String> removed = without(before, after);
        if (!added.isEmpty() || !removed.isEmpty()) {
            changes.add(UpstreamChange.discovered(added, removed, setting.source()));
        }
    }

    private static List<String> without(List<Found> all, List<Found> those) {
        Set<String> known = new HashSet<>();
        those.forEach(one -> known.add(one.address()));
        return all.stream()
                .map(Found::address)
                .filter(address -> !known.contains(address))
                .toList();
    }

    /**
     * A look has failed.
     *
     * @param problem why, as the end of a sentence
     * @param next when the next look is due
     */
    public void failed(String problem, Instant now, Instant next) {
        Outcome before = last;
        last = new Outcome(before.found(), before.lastSuccess(), now, next, problem);
        if (!problem.equals(before.problem())) {
            changes.add(UpstreamChange.undiscovered(
                    setting.source(), problem, before.found().size()));
        }
    }

    /** Why there is no target. */
    Closed nothing() {
        return Closed.undiscovered(setting.source(), last.problem());
    }

    /** How it goes. */
    public DiscoveryUse use() {
        Outcome now = last;
        return new DiscoveryUse(
                setting.source(), now.found().size(), now.lastSuccess(), now.lastAttempt(), now.next(), now.problem());
    }
}
