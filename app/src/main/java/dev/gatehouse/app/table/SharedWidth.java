package dev.gatehouse.app.table;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import javafx.scene.control.ConstrainedColumnResizeBase;
import javafx.scene.control.TableColumnBase;
import javafx.scene.control.TableView;
import javafx.util.Callback;

/**
 * Columns that fill the table's width by their shares, whatever the width is. JavaFX's own policies go by widths in
 * pixels, which a table that grows from a small window would keep forever.
 */
@SuppressWarnings({"rawtypes", "unchecked"}) // TableView takes its policies raw
final class SharedWidth extends ConstrainedColumnResizeBase implements Callback<TableView.ResizeFeatures, Boolean> {
    /** The most of the width that goes to fixed columns while there are others. */
    private static final double MOST_FIXED = 0.6;

    private final ToDoubleFunction<TableColumnBase<?, ?>> fixed;
    private final ToDoubleFunction<TableColumnBase<?, ?>> share;
    private final Runnable byHand;

    /**
     * A policy.
     *
     * @param fixed the width of a column in pixels, 0 for one that takes its share of what is left
     * @param byHand told after a person moved the line between two columns
     */
    SharedWidth(
            ToDoubleFunction<TableColumnBase<?, ?>> fixed,
            ToDoubleFunction<TableColumnBase<?, ?>> share,
            Runnable byHand) {
        this.fixed = fixed;
        this.share = share;
        this.byHand = byHand;
    }

    @Override
    public Boolean call(TableView.ResizeFeatures features) {
        if (features.getColumn() != null) {
            boolean moved = TableView.CONSTRAINED_RESIZE_POLICY_SUBSEQUENT_COLUMNS.call(features);
            byHand.run();
            return moved;
        }
        List<TableColumnBase<?, ?>> columns = features.getTable().getVisibleLeafColumns();
        double room = features.getContentWidth();
        if (room <= 0 || columns.isEmpty()) {
            return false;
        }
        double[] widths = columns.stream().mapToDouble(fixed).toArray();
        double taken = DoubleStream.of(widths).sum();
        double sum = IntStream.range(0, widths.length)
                .filter(i -> widths[i] == 0)
                .mapToDouble(i -> share.applyAsDouble(columns.get(i)))
                .sum();
        // Where there is hardly any room even the fixed ones give some, and without others they take it all.
        double squeeze = sum == 0 ? room / taken : Math.min(1, room * MOST_FIXED / taken);
        double rest = room - taken * squeeze;
        double left = room;
        for (int i = 0; i < widths.length; i++) {
            double wanted = widths[i] == 0 ? rest * share.applyAsDouble(columns.get(i)) / sum : widths[i] * squeeze;
            double width = i == widths.length - 1 ? left : Math.floor(wanted);
            features.setColumnWidth(columns.get(i), width);
            left -= width;
        }
        return true;
    }
}
