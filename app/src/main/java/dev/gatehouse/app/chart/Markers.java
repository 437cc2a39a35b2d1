package dev.gatehouse.app.chart;

import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;

/** Draws the markers of a view above the plot, and finds the one under the pointer. */
final class Markers {
    /** Between a flag's edge and its letters, px at scale 1. */
    private static final double PAD = 4;

    private final Plot plot;
    private final TimeView view;

    Markers(Plot plot, TimeView view) {
        this.plot = plot;
        this.view = view;
    }

    /** Draws lines and flags; where flags would cover each other the earlier one is left out. */
    void draw(GraphicsContext g, Font font, double height) {
        double free = Double.POSITIVE_INFINITY;
        for (Marker marker : view.markers().reversed()) {
            double x = Math.floor(plot.x((double) marker.time())) + 0.5;
            if (x < plot.left() || x > plot.getWidth() - plot.right()) {
                continue;
            }
            g.setStroke(plot.ink(Ink.MARK));
            g.setLineWidth(1);
            g.strokeLine(x, plot.top(), x, plot.top() + height);
            double width = width(marker, font);
            if (x + width <= free) {
                g.setFill(plot.ink(Ink.MARK));
                g.fillRect(x - 0.5, plot.top() - flagHeight(font), width, flagHeight(font));
                g.setFill(plot.ink(Ink.PANEL));
                g.setFont(font);
                g.setTextAlign(TextAlignment.LEFT);
                g.setTextBaseline(VPos.CENTER);
                g.fillText(marker.flag(), x + PAD - 0.5, plot.top() - flagHeight(font) / 2);
                free = x - 2;
            }
        }
    }

    /** The marker whose flag is there. */
    @Nullable
    Marker at(double x, double y, Font font) {
        if (y < plot.top() - flagHeight(font) || y > plot.top()) {
            return null;
        }
        return view.markers().stream()
                .filter(marker -> {
                    double from = plot.x((double) marker.time());
                    return x >= from && x <= from + width(marker, font);
                })
                .findFirst()
                .orElse(null);
    }

    static double flagHeight(Font font) {
        return Math.ceil(font.getSize() * 1.35);
    }

    /** JetBrains Mono is six tenths of its size wide. */
    private static double width(Marker marker, Font font) {
        return marker.flag().length() * font.getSize() * 0.6 + 2 * PAD;
    }
}
