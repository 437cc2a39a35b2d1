package dev.gatehouse.app.chart;

import java.util.function.DoubleConsumer;
import javafx.animation.PauseTransition;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.util.Duration;

/**
 * What moves with the pointer or the keyboard, above the drawing: the crosshair, shared by all charts of the view, and the
 * stretch that a drag will zoom to. A click chooses the moment, a double click shows live time again; with the keyboard
 * the arrows move the crosshair from sample to sample, Home and End to the edges, Enter chooses, + zooms in, Esc lets go.
 */
final class PointerLayer extends Canvas {
    /** Ten drawings a second are enough for an eye, and all linked charts draw. */
    private static final Duration PAUSE = Duration.millis(100);

    private static final double SHORT_DRAG = 4;
    private static final int STRIDE = 10;

    private final Plot plot;
    private final TimeView view;
    private final PauseTransition pause = new PauseTransition(PAUSE);
    private DoubleConsumer chosen = time -> {};
    private Samples samples = new Samples(0, 1);
    private double dragFrom = Double.NaN;
    private double at = Double.NaN;

    PointerLayer(Plot plot, TimeView view) {
        this.plot = plot;
        this.view = view;
        getStyleClass().add("chart-pointer");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        pause.setOnFinished(event -> tell());
        setOnMouseMoved(this::move);
        setOnMouseExited(event -> {
            at = Double.NaN;
            pause.stop();
            tell();
        });
        setOnMousePressed(event -> {
            if (event.getButton() == MouseButton.PRIMARY) {
                dragFrom = event.getX();
                // So that the keys of the screen work after a zoom.
                requestFocus();
            }
        });
        setOnMouseDragged(this::move);
        setOnMouseReleased(this::release);
        setOnMouseClicked(this::click);
        setOnKeyPressed(this::key);
        focusedProperty().addListener((property, before, now) -> draw());
    }

    /** Says what a chosen moment leads to. */
    void onChosen(DoubleConsumer action) {
        chosen = action;
    }

    /** The keyboard moves from row to row of these. */
    void along(Samples rows) {
        samples = rows;
    }

    void draw() {
        GraphicsContext g = getGraphicsContext2D();
        g.clearRect(0, 0, getWidth(), getHeight());
        double height = getHeight() - plot.top() - plot.bottom();
        if (!Double.isNaN(dragFrom) && !Double.isNaN(at)) {
            g.setFill(plot.ink(Ink.ZOOM));
            double from = Math.max(plot.left(), Math.min(dragFrom, at));
            g.fillRect(from, plot.top(), Math.max(dragFrom, at) - from, height);
        }
        double time = view.pointerProperty().get();
        if (!Double.isNaN(time)) {
            double x = Math.floor(plot.x(time)) + 0.5;
            if (x >= plot.left() && x <= getWidth() - plot.right() + 1) {
                g.setStroke(plot.ink(Ink.MARK));
                g.setLineWidth(1);
                g.strokeLine(x, plot.top(), x, plot.top() + height);
            }
        }
        if (isFocusVisible()) {
            g.setStroke(plot.ink(Ink.LINE));
            g.setLineWidth(2);
            g.strokeRect(1, 1, getWidth() - 2, getHeight() - 2);
        }
    }

    private void move(MouseEvent event) {
        at = Math.min(event.getX(), getWidth() - plot.right());
        if (pause.getStatus() != javafx.animation.Animation.Status.RUNNING) {
            tell();
            pause.playFromStart();
        }
    }

    private void release(MouseEvent event) {
        double from = dragFrom;
        dragFrom = Double.NaN;
        if (!Double.isNaN(from) && Math.abs(event.getX() - from) > SHORT_DRAG) {
            view.zoom(plot.time(from), plot.time(event.getX()));
        }
        draw();
    }

    private void click(MouseEvent event) {
        if (event.getClickCount() == 2) {
            view.live();
        } else if (event.isStillSincePress() && event.getButton() == MouseButton.PRIMARY) {
            Marker marker = plot.markerAt(event.getX(), event.getY());
            if (marker != null) {
                marker.chosen().run();
            } else if (event.getX() >= plot.left()) {
                chosen.accept(plot.time(event.getX()));
            }
        }
    }

    private void key(KeyEvent event) {
        int stride = event.isShiftDown() ? STRIDE : 1;
        switch (event.getCode()) {
            case LEFT, KP_LEFT -> step(-stride);
            case RIGHT, KP_RIGHT -> step(stride);
            case HOME -> point(firstRow());
            case END -> point(lastRow());
            case ENTER -> {
                double time = view.pointerProperty().get();
                if (Double.isNaN(time)) {
                    return;
                }
                chosen.accept(time);
            }
            case PLUS, ADD, EQUALS -> view.zoomIn();
            case ESCAPE -> {
                if (Double.isNaN(view.pointerProperty().get())) {
                    return;
                }
                view.pointerProperty().set(Double.NaN);
            }
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void step(int by) {
        double time = view.pointerProperty().get();
        point(Double.isNaN(time) ? lastRow() : Math.clamp(samples.rowNearest(time) + by, firstRow(), lastRow()));
    }

    private int firstRow() {
        return Math.min(samples.rowFrom((double) view.windowProperty().get().from()), Math.max(0, samples.size() - 1));
    }

    private int lastRow() {
        return Math.max(firstRow(), samples.rowFrom(view.windowProperty().get().to() + 1.0) - 1);
    }

    private void point(int row) {
        if (samples.size() > 0) {
            view.pointerProperty().set((double) samples.time(row));
        }
    }

    private void tell() {
        view.pointerProperty().set(Double.isNaN(at) || at < plot.left() ? Double.NaN : plot.time(at));
        if (!Double.isNaN(dragFrom)) {
            draw();
        }
    }
}
