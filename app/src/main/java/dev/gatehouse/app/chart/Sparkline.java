package dev.gatehouse.app.chart;

import java.util.List;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;

/** The last minute as a small line, without axes; from zero to the greatest number. */
public final class Sparkline extends Inked {
    private final Canvas canvas = new Canvas();
    private List<Double> values = List.of();

    /** An empty line. */
    public Sparkline() {
        getStyleClass().add("sparkline");
        setMouseTransparent(true);
        getChildren().add(canvas);
    }

    /** Shows these numbers, oldest first; NaN is a hole. */
    public void show(List<Double> numbers) {
        values = List.copyOf(numbers);
        repaint();
    }

    @Override
    protected void layoutChildren() {
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
        repaint();
    }

    @Override
    void repaint() {
        GraphicsContext g = canvas.getGraphicsContext2D();
        double width = canvas.getWidth();
        double height = canvas.getHeight();
        g.clearRect(0, 0, width, height);
        double greatest = 0;
        for (double value : values) {
            // Not Math.max, which lets NaN win.
            if (value > greatest) {
                greatest = value;
            }
        }
        g.setStroke(ink(Ink.LINE));
        g.setLineWidth(1.5);
        g.beginPath();
        boolean hole = true;
        for (int i = 0; i < values.size(); i++) {
            if (Double.isNaN(values.get(i))) {
                hole = true;
                continue;
            }
            double x = width * i / Math.max(1, values.size() - 1);
            double y = height - 1 - (greatest == 0 ? 0 : values.get(i) / greatest * (height - 2));
            if (hole) {
                g.moveTo(x, y);
            } else {
                g.lineTo(x, y);
            }
            hole = false;
        }
        g.stroke();
    }
}
