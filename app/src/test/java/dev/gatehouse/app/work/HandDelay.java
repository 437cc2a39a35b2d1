package dev.gatehouse.app.work;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A delay whose time a test moves by hand. */
public final class HandDelay implements Delay {
    private record Waiting(Duration at, Runnable task) {}

    private final List<Waiting> waiting = new ArrayList<>();
    private Duration now = Duration.ZERO;

    @Override
    public void after(Duration time, Runnable task) {
        waiting.add(new Waiting(now.plus(time), task));
    }

    /** Lets time pass; what becomes due is done here, on this thread. */
    public void pass(Duration time) {
        now = now.plus(time);
        List<Waiting> due = new ArrayList<>(waiting);
        due.removeIf(each -> each.at().compareTo(now) > 0);
        waiting.removeAll(due);
        due.forEach(each -> each.task().run());
    }
}
