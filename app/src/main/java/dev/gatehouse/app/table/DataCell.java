package dev.gatehouse.app.table;

import dev.gatehouse.app.chart.Figures;
import dev.gatehouse.app.look.Status;
import dev.gatehouse.app.look.StatusMark;
import dev.gatehouse.app.look.Tip;
import java.time.Instant;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/** A cell of a declared column. */
final class DataCell<R> extends TableCell<R, R> {
    private final Column<R> column;
    private final Supplier<Instant> now;
    private final @Nullable StatusMark mark;
    private final Tooltip tip = new Tip();
    private String tone = "";

    DataCell(Column<R> column, Supplier<Instant> now) {
        this.column = column;
        this.now = now;
        mark = column.mark() == null ? null : new StatusMark(Status.OFF);
        setTextOverrun(column.look().overrun());
        // What is cut off is found out when it is asked for: measuring each cell as it passes would be dear.
        tip.setOnShowing(event -> tip.setText(words()));
    }

    @Override
    protected void updateItem(@Nullable R row, boolean empty) {
        super.updateItem(row, empty);
        if (row == null || empty) {
            setText(null);
            setGraphic(null);
            setTooltip(null);
            tone("");
            return;
        }
        String text = text(row);
        setText(text.isEmpty() ? Figures.NONE : text);
        setTooltip(tip);
        tone(column.tone().apply(row));
        Function<R, Status> status = column.mark();
        if (mark != null && status != null) {
            mark.setStatus(status.apply(row));
            setGraphic(mark);
        }
    }

    private String text(R row) {
        Function<R, @Nullable Instant> time = column.time();
        return time == null ? column.text().apply(row) : Times.ago(time.apply(row), now.get());
    }

    private String words() {
        R row = getItem();
        if (row == null) {
            return "";
        }
        String words = column.tip().apply(row);
        return words.isEmpty() ? text(row) : words;
    }

    private void tone(String next) {
        if (!tone.equals(next)) {
            getStyleClass().remove(tone);
            if (!next.isEmpty()) {
                getStyleClass().add(next);
            }
            tone = next;
        }
    }
}
