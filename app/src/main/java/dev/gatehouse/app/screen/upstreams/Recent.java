package dev.gatehouse.app.screen.upstreams;

import dev.gatehouse.app.client.LiveFrame;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The last ten frames: enough that numbers do not jump, few enough that they are of now. */
final class Recent {
    private static final int SECONDS = 10;

    private final Deque<LiveFrame> frames = new ArrayDeque<>();

    void add(List<LiveFrame> more) {
        for (LiveFrame frame : more) {
            frames.addLast(frame);
            if (frames.size() > SECONDS) {
                frames.removeFirst();
            }
        }
    }

    void clear() {
        frames.clear();
    }

    /** What the newest frame says of an upstream; null if nothing. */
    LiveFrame.@Nullable Numbers latest(String upstream) {
        LiveFrame last = frames.peekLast();
        return last == null ? null : in(last, upstream);
    }

    /** An upstream's traffic. */
    Pace pace(String upstream) {
        Pace.Sum sum = new Pace.Sum();
        for (LiveFrame frame : frames) {
            LiveFrame.Numbers numbers = in(frame, upstream);
            if (numbers != null) {
                sum.add(numbers.requests(), numbers.errors(), numbers.p95());
            }
        }
        return sum.over(frames.size());
    }

    /** A target's traffic. */
    Pace pace(String upstream, String address) {
        Pace.Sum sum = new Pace.Sum();
        for (LiveFrame frame : frames) {
            LiveFrame.Numbers numbers = in(frame, upstream);
            if (numbers != null) {
                numbers.targets().stream()
                        .filter(target -> target.address().equals(address))
                        .forEach(target -> sum.add(target.requests(), target.errors(), target.p95()));
            }
        }
        return sum.over(frames.size());
    }

    private static LiveFrame.@Nullable Numbers in(LiveFrame frame, String upstream) {
        return frame.upstreams().stream()
                .filter(numbers -> numbers.name().equals(upstream))
                .findFirst()
                .orElse(null);
    }
}
