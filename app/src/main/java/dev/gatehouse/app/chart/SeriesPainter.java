package dev.gatehouse.app.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CrosshairState;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.AbstractXYItemRenderer;
import org.jfree.chart.renderer.xy.XYItemRendererState;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.data.xy.XYDataset;

/**
 * Draws a whole series at once, as a line or as an opaque area with a fine edge. A missing number, or a hole in time, is a
 * hole in the drawing. Where many samples share a column of pixels, only their first, least, greatest and last are
 * drawn: no peak is lost, and the cost is the width's, not the hour's.
 */
final class SeriesPainter extends AbstractXYItemRenderer {
    /** A silence longer than so many steps is a hole. */
    private static final double HOLE = 2.5;

    private final boolean area;
    private Color edge = Color.GRAY;
    private double hole = HOLE * 1000;

    SeriesPainter(boolean area) {
        this.area = area;
    }

    /** Says how far apart samples are, in ms. */
    void step(long step) {
        hole = HOLE * step;
    }

    /** Colours the line between stacked areas. */
    void edge(Color color) {
        edge = color;
    }

    @Override
    public void drawItem(
            Graphics2D g,
            XYItemRendererState state,
            Rectangle2D place,
            PlotRenderingInfo info,
            XYPlot plot,
            ValueAxis times,
            ValueAxis values,
            XYDataset dataset,
            int series,
            int item,
            CrosshairState crosshair,
            int pass) {
        if (item != state.getFirstItemIndex()) {
            return;
        }
        Stretch stretch = new Stretch(g, values.valueToJava2D(0, place, RectangleEdge.LEFT), series);
        double before = Double.NaN;
        for (int each = item; each <= state.getLastItemIndex(); each++) {
            double time = dataset.getXValue(series, each);
            double value = dataset.getYValue(series, each);
            if (Double.isNaN(value) || time - before > hole) {
                stretch.end();
            }
            if (!Double.isNaN(value)) {
                stretch.add(
                        times.valueToJava2D(time, place, RectangleEdge.BOTTOM),
                        values.valueToJava2D(value, place, RectangleEdge.LEFT));
            }
            before = time;
        }
        stretch.end();
    }

    /** The samples between two holes. */
    private final class Stretch {
        private final Graphics2D g;
        private final double base;
        private final int series;
        private Path2D.Double path = new Path2D.Double();
        private int points;
        private double firstX;
        private double lastX;
        private double least;
        private double greatest;
        private double lastY;
        private int inColumn;

        Stretch(Graphics2D g, double base, int series) {
            this.g = g;
            this.base = base;
            this.series = series;
        }

        void add(double x, double y) {
            if (inColumn > 0 && Math.floor(x) == Math.floor(lastX)) {
                least = Math.min(least, y);
                greatest = Math.max(greatest, y);
                inColumn++;
            } else {
                leaveColumn();
                point(x, y);
                least = y;
                greatest = y;
                inColumn = 1;
            }
            lastX = x;
            lastY = y;
        }

        void end() {
            leaveColumn();
            if (points == 1) {
                point(lastX + 1, lastY);
            }
            if (points > 1) {
                paint();
            }
            path = new Path2D.Double();
            points = 0;
            inColumn = 0;
        }

        private void leaveColumn() {
            if (inColumn > 1) {
                point(lastX, least);
                point(lastX, greatest);
                point(lastX, lastY);
            }
        }

        private void point(double x, double y) {
            if (points == 0) {
                path.moveTo(x, y);
                firstX = x;
            } else {
                path.lineTo(x, y);
            }
            lastX = x;
            points++;
        }

        private void paint() {
            if (area) {
                Path2D.Double filled = new Path2D.Double(path);
                filled.lineTo(lastX, base);
                filled.lineTo(firstX, base);
                filled.closePath();
                g.setPaint(getSeriesPaint(series));
                g.fill(filled);
                g.setPaint(edge);
                g.setStroke(new BasicStroke(1));
            } else {
                g.setPaint(getSeriesPaint(series));
                g.setStroke(getSeriesStroke(series));
            }
            g.draw(path);
        }
    }
}
