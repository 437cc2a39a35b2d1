package dev.gatehouse.engine.upstream;

import dev.gatehouse.engine.fault.Fault;
import dev.gatehouse.engine.model.ActiveHealth;
import dev.gatehouse.engine.telemetry.TargetState.Health;
import dev.gatehouse.engine.telemetry.TargetVerdict;
import dev.gatehouse.engine.telemetry.UpstreamChange;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Watches the health of an upstream's targets: which are ejected because requests fail there, which are down because probes
 * say so. Lock-free, and at no cost for a request that succeeds. Times are {@link System#nanoTime}, given by the caller.
 */
public final class HealthWatch {
    private static final int HUNDRED = 100;

    private final HealthRule rule;
    private final Supplier<List<Member>> members;
    private final Changes changes;
    private final AtomicLong compared = new AtomicLong(Standing.FOREVER);

    HealthWatch(HealthRule rule, Supplier<List<Member>> members, Changes changes) {
        this.rule = rule;
        this.members = members;
        this.changes = changes;
    }

    /** How targets are probed; null for not at all. */
    public @Nullable ActiveHealth probes() {
        return rule.active();
    }

    /** A target has answered with a status. */
    void answered(Member member, int status, long now) {
        HealthRule.Passive passive = rule.passive();
        if (passive == null) {
            return;
        }
        boolean bad = passive.on().has(status);
        if (passive.outliers() != null) {
            member.target().health().count(!bad);
        }
        if (bad) {
            failed(passive, member, "status " + status, now);
        } else {
            member.target().health().succeeded();
        }
    }

    /** A request to a target has ended in a fault. */
    void failed(Member member, Fault fault, long now) {
        HealthRule.Passive passive = rule.passive();
        if (passive != null && passive.on().has(fault)) {
            if (passive.outliers() != null) {
                member.target().health().count(false);
            }
            failed(passive, member, fault.code(), now);
        }
    }

    private void failed(HealthRule.Passive passive, Member member, String what, long now) {
        TargetHealth health = member.target().health();
        if (!health.failed(passive.failures())) {
            return;
        }
        String reason = "ejected after " + passive.failures()
                + (passive.failures() == 1 ? " failure" : " failures in a row") + ", the last: " + what;
        eject(passive, member, reason, now);
    }

    private void eject(HealthRule.Passive passive, Member member, String reason, long now) {
        TargetHealth health = member.target().health();
        if (!hasRoom(passive, 1, now)) {
            return;
        }
        TargetHealth.Ejection made = health.eject(reason, passive.ejectNanos(), now);
        if (made == null) {
            return;
        }
        if (!hasRoom(passive, 0, now)) { // two at once took the last place
            health.undo(made);
            return;
        }
        Duration out = Duration.ofNanos(made.until() - made.from());
        changes.add(UpstreamChange.target(member.target().address(), false, reason + "; for " + text(out)));
    }

    private static String text(Duration duration) {
        return duration.toMillis() % 1000 == 0 ? duration.toSeconds() + " s" : duration.toMillis() + " ms";
    }

    /** Whether so many more may be ejected. */
    private boolean hasRoom(HealthRule.Passive passive, int more, long now) {
        int taking = 0;
        int ejected = more;
        for (Member member : members.get()) {
            taking += member.isDrained() ? 0 : 1;
            ejected += !member.isDrained() && member.target().health().ejection(now) != null ? 1 : 0;
        }
        return ejected * HUNDRED <= taking * passive.mostPercent();
    }

    /** A probe of a target has ended. By one thread at a time for each target. */
    public void probed(Member member, boolean good, String reason, long now) {
        ActiveHealth active = rule.active();
        TargetHealth health = member.target().health();
        if (active != null && health.probed(good, reason, active, now)) {
            changes.add(UpstreamChange.target(
                    member.target().address(),
                    good,
                    good
                            ? text(active.healthyAfter(), "probe", "probes") + " in a row went well"
                            : text(active.unhealthyAfter(), "probe", "probes") + " in a row failed, the last: "
                                    + reason));
        }
    }

    private static String text(int count, String one, String many) {
        return count + " " + (count == 1 ? one : many);
    }

    /** Whether a target takes no requests for its health. */
    boolean isOut(Member member, long now) {
        TargetHealth health = member.target().health();
        return rule.passive() != null && health.ejection(now) != null
                || rule.active() != null && health.probeDown() != null;
    }

    /** When the first ejected target returns; {@link Standing#FOREVER} if none is ejected. */
    long nextReturn(long now) {
        long next = Standing.FOREVER;
        for (Member member : members.get()) {
            TargetHealth.Ejection ejection = member.target().health().ejection(now);
            if (ejection != null && (next == Standing.FOREVER || ejection.until() - next < 0)) {
                next = ejection.until();
            }
        }
        return next;
    }

    /** Compares the targets, if that is wanted and due. */
    private void compare(HealthRule.Passive passive, OutlierRule rule, long now) {
        long last = compared.get();
        boolean first = last == Standing.FOREVER;
        if (!first && now - last < rule.intervalNanos() || !compared.compareAndSet(last, now) || first) {
            return;
        }
        List<OutlierRule.Tally> tallies = members.get().stream()
                .map(member -> member.target().health().tally(member))
                .toList();
        rule.find(tallies).forEach(outlier -> eject(passive, outlier.member(), outlier.reason(), now));
    }

    /** Takes down those whose ejection is over, and compares the targets where it is time to. */
    void settle(long now) {
        for (Member member : members.get()) {
            if (member.target().health().hasReturned(now)) {
                changes.add(UpstreamChange.target(member.target().address(), true, "its ejection is over"));
            }
        }
        if (rule.passive() != null && rule.passive().outliers() != null) {
            compare(rule.passive(), rule.passive().outliers(), now);
        }
    }

    /** What there is to say of a target. */
    TargetVerdict verdict(Member member, long now) {
        TargetHealth health = member.target().health();
        TargetHealth.Ejection ejection = rule.passive() == null ? null : health.ejection(now);
        String probe = rule.active() == null ? null : health.probeDown();
        if (probe != null) {
            return new TargetVerdict(Health.DOWN, "probes fail: " + probe, null);
        }
        if (ejection != null) {
            return new TargetVerdict(Health.DOWN, ejection.reason(), Duration.ofNanos(ejection.until() - now));
        }
        return new TargetVerdict(
                rule.active() != null && health.isProbedWell() ? Health.UP : Health.UNKNOWN, null, null);
    }
}
