package dev.gatehouse.engine.telemetry;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** One loop's cells by the dense numbers of one revision, looked up when first needed. Used on the loop only. */
final class LoopView {
    final Registry.Numbers numbers;
    private final Object owner;
    private final @Nullable LoopCell[] routes;
    private final @Nullable LoopCell[] upstreams;
    private final @Nullable AtTarget[][] targets;

    /** Where the calls to the target of a number count, as long as it is the same target. */
    private record AtTarget(String address, Series series, LoopCell cell) {}

    LoopView(Registry.Numbers numbers, Object owner) {
        this.numbers = numbers;
        this.owner = owner;
        routes = new LoopCell[numbers.routes.length];
        upstreams = new LoopCell[numbers.upstreams.length];
        targets = new AtTarget[numbers.upstreams.length][];
    }

    @Nullable
    LoopCell route(int index) {
        return cell(routes, numbers.routes, index);
    }

    @Nullable
    LoopCell upstream(int index) {
        return cell(upstreams, numbers.upstreams, index);
    }

    /** The cell of a target; targets come and go within a revision, and then a number can mean another one. */
    @Nullable
    LoopCell target(Registry registry, int upstream, int target, String address) {
        if (upstream < 0 || upstream >= targets.length) {
            return null;
        }
        @Nullable AtTarget[] known = targets[upstream];
        if (known == null || target >= known.length) {
            known = known == null ? new AtTarget[target + 1] : Arrays.copyOf(known, target + 1);
            targets[upstream] = known;
        }
        AtTarget at = known[target];
        if (at == null || at.series.forgotten || !at.address.equals(address)) {
            Series series = registry.target(numbers.upstreams[upstream].name, address);
            at = new AtTarget(address, series, series.cell(owner));
            known[target] = at;
        }
        return at.cell;
    }

    private @Nullable LoopCell cell(@Nullable LoopCell[] cells, Series[] series, int index) {
        if (index < 0 || index >= cells.length) {
            return null;
        }
        LoopCell cell = cells[index];
        if (cell == null) {
            cell = series[index].cell(owner);
            cells[index] = cell;
        }
        return cell;
    }
}
