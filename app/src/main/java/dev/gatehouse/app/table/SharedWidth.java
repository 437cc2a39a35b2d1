package dev.gatehouse.app.table;

import java.util.List;
import java.util.function.ToDoubleFunction;
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
    private final ToDoubleFunction<TableColumnBase<?, ?>> share;
    private final Runnable byHand;

    /**
     * A policy.
     *
     * @param byHand told after a person moved the line between two columns
     */
    SharedWidth(ToDoubleFunction<TableColumnBase<?, ?>> share, Runnable byHand) {
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
        double sum = columns.stream().mapToDouble(share).sum();
        if (room <= 0 || sum <= 0) {
            return false;
        }
        double left = room;
        for (TableColumnBase<?, ?> column : columns) {
            boolean last = column.equals(columns.getLast());
            double width = last ? left : Math.floor(room * share.applyAsDouble(column) / sum);
            features.setColumnWidth(column, width);
            left -= width;
        }
        return true;
    }
}
