package dev.gatehouse.engine.telemetry;

import org.jspecify.annotations.Nullable;

/** One loop's cells by the dense numbers of one revision, looked up when first needed. Used on the loop only. */
final class LoopView {
    final Registry.Numbers numbers;
    private final Object owner;
    private final @Nullable LoopCell[] routes;
    private final @Nullable LoopCell[] upstreams;
    private final @Nullable LoopCell[][] targets;

    LoopView(Registry.Numbers numbers, Object owner) {
        this.numbers = numbers;
        this.owner = owner;
        routes = new LoopCell[numbers.routes.length];
        upstreams = new LoopCell[numbers.upstreams.length];
        targets = new LoopCell[numbers.targets.length][];
    }

    @Nullable
    LoopCell route(int index) {
        return cell(routes, numbers.routes, index);
    }

    @Nullable
    LoopCell upstream(int index) {
        return cell(upstreams, numbers.upstreams, index);
    }

    @Nullable
    LoopCell target(int upstream, int target) {
        if (upstream < 0 || upstream >= targets.length) {
            return null;
        }
        Series[] series = numbers.targets[upstream];
        @Nullable LoopCell[] cells = targets[upstream];
        if (cells == null) {
            cells = new LoopCell[series.length];
            targets[upstream] = cells;
        }
        return cell(cells, series, target);
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
