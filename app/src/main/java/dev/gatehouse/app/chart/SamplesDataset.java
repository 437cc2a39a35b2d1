package dev.gatehouse.app.chart;

import java.util.List;
import org.jfree.chart.util.PublicCloneable;
import org.jfree.data.DomainOrder;
import org.jfree.data.xy.AbstractXYDataset;

/** Shows samples to JFreeChart without copying them: one series a column, or sums from the first column on when stacked. */
final class SamplesDataset extends AbstractXYDataset implements PublicCloneable {
    private transient Samples samples;
    private final boolean stacked;
    private transient List<Series> series;

    SamplesDataset(Samples samples, List<Series> series, boolean stacked) {
        this.samples = samples;
        this.series = series;
        this.stacked = stacked;
    }

    /** Shows these series only; a stack is built of them alone. */
    void show(List<Series> shown) {
        series = shown;
    }

    /** Shows other samples. */
    void show(Samples other) {
        samples = other;
    }

    /** Whether there are no numbers at all. */
    boolean isEmpty() {
        return samples.size() == 0;
    }

    List<Series> shown() {
        return series;
    }

    /** The greatest number between two times; 0 if there is none. */
    double greatest(long from, long to) {
        double greatest = 0;
        for (int row = samples.rowFrom((double) from); row < samples.size() && samples.time(row) <= to; row++) {
            for (int each = stacked ? series.size() - 1 : 0; each < series.size(); each++) {
                double value = getYValue(each, row);
                // Not Math.max, which lets NaN win.
                if (value > greatest) {
                    greatest = value;
                }
            }
        }
        return greatest;
    }

    @Override
    public DomainOrder getDomainOrder() {
        return DomainOrder.ASCENDING;
    }

    @Override
    public int getSeriesCount() {
        return series.size();
    }

    @Override
    public Comparable<?> getSeriesKey(int index) {
        return series.get(index).title();
    }

    @Override
    public int getItemCount(int index) {
        return samples.size();
    }

    @Override
    public Number getX(int index, int item) {
        return samples.time(item);
    }

    @Override
    public double getXValue(int index, int item) {
        return samples.time(item);
    }

    @Override
    public Number getY(int index, int item) {
        return getYValue(index, item);
    }

    @Override
    public double getYValue(int index, int item) {
        double value = 0;
        for (int each = stacked ? 0 : index; each <= index; each++) {
            value += samples.value(series.get(each).column(), item);
        }
        return value;
    }

    @Override
    public Object clone() throws CloneNotSupportedException {
        return super.clone();
    }
}
