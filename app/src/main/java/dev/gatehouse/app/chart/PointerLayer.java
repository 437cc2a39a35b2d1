package dev.gatehouse.app.chart;

import javafx.animation.PauseTransition;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.util.Duration;

/**
 * What moves with the pointer, above the drawing: the crosshair, shared by all charts of the view, and the stretch that a
 * drag will zoom to. A double click shows live time again.
 */
final class PointerLayer extends Canvas {
    /** Ten drawings a second are enough for an eye, and all linked charts draw. */
    private static final Duration PAUSE = Duration.millis(100);

    private static final double SHORT_DRAG = 4;

    private final Plot plot;
    private final TimeView view;
    private final PauseTransition pause = new PauseTransition(PAUSE);
    private double dragFrom = Double.NaN;
    private double at = Double.NaN;

    PointerLayer(Plot plot, TimeView view) {
        this.plot = plot;
        this.view = view;
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
        setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) {
                view.live();
            }
        });
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

    private void tell() {
        view.pointerProperty().set(Double.isNaN(at) || at < plot.left() ? Double.NaN : plot.time(at));
        if (!Double.isNaN(dragFrom)) {
            draw();
        }
    }
}
