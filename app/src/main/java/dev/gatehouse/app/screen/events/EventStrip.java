package dev.gatehouse.app.screen.events;

import dev.gatehouse.app.text.Texts;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/**
 * How many events there were over time, as bars by severity. A click narrows the timeline to a bar, a drag to a stretch, a
 * double click shows the whole again; with the keyboard the arrows choose, with Shift a stretch, Enter narrows.
 */
public final class EventStrip extends Region {
    private static final PseudoClass OUTSIDE = PseudoClass.getPseudoClass("outside");
    private static final int TICKS = 5;

    private final List<Region> bars = new ArrayList<>();
    private final List<Label> ticks = new ArrayList<>();
    private final Region chosen = new Region();
    private final Region base = new Region();
    private Bins bins = Bins.NONE;
    private @Nullable Stretch range;
    private Consumer<@Nullable Stretch> narrow = stretch -> {};
    private int from = -1;
    private int to = -1;

    /** Nothing in it yet. */
    public EventStrip() {
        getStyleClass().add("event-strip");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        chosen.getStyleClass().add("event-strip-chosen");
        base.getStyleClass().add("event-strip-base");
        getChildren().addAll(chosen, base);
        for (int i = 0; i < TICKS; i++) {
            Label tick = new Label();
            tick.getStyleClass().add("chart-axis");
            ticks.add(tick);
            getChildren().add(tick);
        }
        setOnMousePressed(this::pressed);
        setOnMouseDragged(event -> {
            if (from >= 0) {
                to = part(event.getX());
                requestLayout();
            }
        });
        setOnMouseReleased(event -> {
            if (from >= 0 && event.getClickCount() < 2) {
                enter();
            }
        });
        setOnKeyPressed(this::key);
    }

    /** Says what narrows, and shows the whole for null. */
    void onNarrow(Consumer<@Nullable Stretch> action) {
        narrow = action;
    }

    /** Shows these numbers. */
    void show(Bins now, @Nullable Stretch narrowed, ZoneId zone) {
        bins = now;
        range = narrowed;
        if (narrowed == null) {
            from = -1;
            to = -1;
        }
        draw();
        for (int i = 0; i < TICKS; i++) {
            ticks.get(i).setText(now.whole().words(now.whole().at((double) i / (TICKS - 1)), zone));
        }
        setAccessibleText(Texts.get(
                "events.strip",
                now.all(),
                ticks.getFirst().getText(),
                ticks.getLast().getText(),
                now.most()));
    }

    private void draw() {
        getChildren().removeAll(bars);
        bars.clear();
        for (int part = 0; part < bins.parts().size(); part++) {
            for (Severity severity : Severity.values()) {
                int count = bins.parts().get(part).getOrDefault(severity, 0);
                if (count > 0) {
                    Bar bar = new Bar(part, severity, count);
                    Stretch of = bins.of(part, part);
                    bar.pseudoClassStateChanged(
                            OUTSIDE,
                            range != null
                                    && (!of.to().isAfter(range.from())
                                            || !of.from().isBefore(range.to())));
                    bars.add(bar);
                }
            }
        }
        getChildren().addAll(bars);
        requestLayout();
    }

    private static final class Bar extends Region {
        private final int part;
        private final int count;

        Bar(int part, Severity severity, int count) {
            this.part = part;
            this.count = count;
            setMouseTransparent(true);
            getStyleClass().addAll("event-bar", severity.status().styleClass());
        }
    }

    @Override
    protected void layoutChildren() {
        double labels = ticks.getFirst().prefHeight(-1);
        double height = getHeight() - labels - 2;
        double width = getWidth() / Bins.PARTS;
        base.resizeRelocate(0, height, getWidth(), 1);
        // Many at once must not flatten the single one to nothing.
        double unit = height / Math.max(4, bins.most());
        int part = -1;
        double bottom = height;
        for (Region each : bars) {
            if (each instanceof Bar bar) {
                bottom = bar.part == part ? bottom : height;
                part = bar.part;
                double tall = Math.max(2, unit * bar.count);
                double left = snapPositionX(part * width);
                bar.resizeRelocate(
                        left, bottom - tall, Math.max(1, snapPositionX((part + 1) * width) - left - 1), tall);
                bottom -= tall;
            }
        }
        for (int i = 0; i < TICKS; i++) {
            Label tick = ticks.get(i);
            tick.autosize();
            double middle = getWidth() * i / (TICKS - 1);
            double left = Math.clamp(middle - tick.getWidth() / 2, 0, Math.max(0, getWidth() - tick.getWidth()));
            tick.relocate(left, height + 2);
        }
        chosen.setVisible(from >= 0 || range != null);
        if (from >= 0) {
            double left = Math.min(from, to) * width;
            chosen.resizeRelocate(left, 0, (Math.abs(to - from) + 1) * width, height);
        } else if (range != null) {
            double left = x(range.from().toEpochMilli());
            chosen.resizeRelocate(left, 0, Math.max(2, x(range.to().toEpochMilli()) - left), height);
        }
    }

    private double x(long time) {
        double begin = bins.whole().from().toEpochMilli();
        double length = Math.max(1, bins.whole().length().toMillis());
        return Math.clamp((time - begin) / length, 0, 1) * getWidth();
    }

    private int part(double x) {
        return (int) Math.clamp(x / Math.max(1, getWidth()) * Bins.PARTS, 0, Bins.PARTS - 1);
    }

    private void pressed(MouseEvent event) {
        requestFocus();
        if (event.getButton() != MouseButton.PRIMARY) {
            return;
        }
        if (event.getClickCount() == 2) {
            leave();
        } else {
            from = part(event.getX());
            to = from;
            requestLayout();
        }
    }

    private void key(KeyEvent event) {
        switch (event.getCode()) {
            case LEFT, KP_LEFT -> step(-1, event.isShiftDown());
            case RIGHT, KP_RIGHT -> step(1, event.isShiftDown());
            case HOME -> step(-Bins.PARTS, event.isShiftDown());
            case END -> step(Bins.PARTS, event.isShiftDown());
            case ENTER -> {
                if (from < 0) {
                    return;
                }
                enter();
            }
            case ESCAPE -> {
                if (from < 0 && range == null) {
                    return;
                }
                leave();
            }
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void step(int by, boolean extend) {
        int now = to < 0 ? Bins.PARTS : to;
        to = Math.clamp(now + by, 0, Bins.PARTS - 1);
        from = extend && from >= 0 ? from : to;
        requestLayout();
    }

    private void enter() {
        Stretch stretch = bins.of(from, to);
        from = -1;
        to = -1;
        narrow.accept(stretch);
    }

    private void leave() {
        from = -1;
        to = -1;
        requestLayout();
        narrow.accept(null);
    }
}
