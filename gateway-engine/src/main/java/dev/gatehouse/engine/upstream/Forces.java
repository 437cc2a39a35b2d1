package dev.gatehouse.engine.upstream;

import dev.gatehouse.engine.telemetry.Event;
import dev.gatehouse.engine.telemetry.ForcedTarget;
import dev.gatehouse.engine.telemetry.UpstreamChange;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What operators have said of an upstream's targets. Used from any thread; times are {@link System#nanoTime}. */
final class Forces {
    private final Supplier<List<Member>> members;
    private final Changes changes;

    Forces(Supplier<List<Member>> members, Changes changes) {
        this.members = members;
        this.changes = changes;
    }

    /** Forces a target; false if there is none of the address. */
    boolean force(String address, ForcedTarget told, @Nullable Duration length, long now) {
        TargetState target = target(address);
        if (target == null) {
            return false;
        }
        target.force(new Force(told, length == null ? Standing.FOREVER : now + length.toNanos()));
        changes.add(new UpstreamChange(
                Event.Kind.TARGET_FORCED,
                address,
                told.state().word() + ", by " + told.author()
                        + (told.until() == null ? ", until it is released" : ", until " + told.until())));
        return true;
    }

    /** Releases a target; false if there is none of the address, or it is not forced. */
    boolean release(String address, String author, long now) {
        TargetState target = target(address);
        Force before = target == null ? null : target.release();
        if (before == null || before.isOver(now)) {
            return false;
        }
        changes.add(new UpstreamChange(Event.Kind.TARGET_RELEASED, address, author + " released it"));
        return true;
    }

    /** Takes down those whose time is over. */
    void settle(long now) {
        for (Member member : members.get()) {
            if (member.target().releaseIfOver(now)) {
                changes.add(new UpstreamChange(
                        Event.Kind.TARGET_RELEASED, member.target().address(), "the time is over"));
            }
        }
    }

    /** When the first forced state ends by itself; {@link Standing#FOREVER} if none does. */
    long nextEnd(List<Member> among, long now) {
        long next = Standing.FOREVER;
        for (Member member : among) {
            Force force = member.target().force(now);
            if (force != null) {
                next = Standing.sooner(next, force.until());
            }
        }
        return next;
    }

    private @Nullable TargetState target(String address) {
        for (Member member : members.get()) {
            if (member.target().address().equals(address)) {
                return member.target();
            }
        }
        return null;
    }
}
