package dev.gatehouse.app.chart;

import java.util.Arrays;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;

/**
 * Rows of numbers by time, in a ring of primitives: the oldest row goes when it is full. FX thread, or any one thread
 * without a toolkit. Index 0 is the oldest row.
 */
public final class Samples {
    private final long[] times;
    private final double[][] columns;
    private final long step;
    private final ReadOnlyLongWrapper version = new ReadOnlyLongWrapper();
    private int start;
    private int size;

    /**
     * Empty samples, one a second.
     *
     * @param capacity the most rows kept
     */
    public Samples(int columns, int capacity) {
        this(columns, capacity, 1000);
    }

    /**
     * Empty samples.
     *
     * @param capacity the most rows kept
     * @param step between rows, in ms; a longer silence is a hole
     */
    public Samples(int columns, int capacity, long step) {
        this.step = step;
        times = new long[capacity];
        this.columns = new double[columns][capacity];
    }

    /**
     * Adds a row, unless its time is not after the last one's: a stream that was opened again may repeat itself.
     *
     * @param time in ms since the epoch
     * @param values one for each column; NaN where there is none
     * @return whether it was added
     */
    public boolean add(long time, double... values) {
        if (size > 0 && time <= lastTime()) {
            return false;
        }
        int at = (start + size) % times.length;
        if (size == times.length) {
            start = (start + 1) % times.length;
        } else {
            size++;
        }
        times[at] = time;
        for (int column = 0; column < columns.length; column++) {
            columns[column][at] = values[column];
        }
        return true;
    }

    /** Tells those who look on that rows were added; once for many rows. */
    public void changed() {
        version.set(version.get() + 1);
    }

    /** Forgets all rows. */
    public void clear() {
        start = 0;
        size = 0;
        changed();
    }

    /** Grows with each {@link #changed()}. */
    public ReadOnlyLongProperty versionProperty() {
        return version.getReadOnlyProperty();
    }

    /** How many rows there are. */
    public int size() {
        return size;
    }

    /** The time between rows, in ms. */
    public long step() {
        return step;
    }

    /** The row nearest to a time; -1 if there is none at all. */
    public int rowNearest(double time) {
        int after = Math.min(rowFrom(time), size - 1);
        return after > 0 && time - time(after - 1) < time(after) - time ? after - 1 : after;
    }

    /** Whether a column has any number above 0. */
    public boolean any(int column) {
        for (int row = 0; row < size; row++) {
            if (value(column, row) > 0) {
                return true;
            }
        }
        return false;
    }

    /** The time of a row, ms since the epoch. */
    public long time(int row) {
        return times[(start + row) % times.length];
    }

    /** A row's number; NaN for none. */
    public double value(int column, int row) {
        return columns[column][(start + row) % times.length];
    }

    /** The oldest row's time; there must be one. */
    public long firstTime() {
        return time(0);
    }

    /** The newest row's time; there must be one. */
    public long lastTime() {
        return time(size - 1);
    }

    /** The first row of this time or later; the size if there is none. */
    public int rowFrom(double time) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (time(middle) < time) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The last numbers of a column, oldest first, at most so many. */
    public double[] tail(int column, int most) {
        int count = Math.min(most, size);
        double[] values = new double[count];
        Arrays.setAll(values, i -> value(column, size - count + i));
        return values;
    }
}
