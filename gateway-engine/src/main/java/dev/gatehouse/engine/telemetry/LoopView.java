package dev.gatehouse.engine.telemetry;

import org.jspecify.annotations.Nullable;

/** One loop's cells by the dense numbers of one revision, looked up when first needed. Used on the loop only. */
final class LoopView {
    final Registry.Numbers numbers;
    private final Object owner;
    private final @Nullable LoopCell[] routes;
    private final @Nullable LoopCell[] upstreams;

    LoopView(Registry.Numbers numbers, Object owner) {
        this.numbers = numbers;
        this.owner = owner;
        routes = new LoopCell[numbers.routes.length];
        upstreams = new LoopCell[numbers.upstreams.length];
    }

    @Nullable
    LoopCell route(int index) {
        return cell(routes, numbers.routes, index);
    }

    @Nullable
    LoopCell upstream(int index) {
        return cell(upstreams, numbers.upstreams, index);
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
