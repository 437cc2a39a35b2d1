package dev.gatehouse.app.chart;

import java.text.SimpleDateFormat;
import java.util.Locale;
import org.jfree.chart.axis.DateTickUnit;
import org.jfree.chart.axis.DateTickUnitType;

/** Round times for a time axis: at most six labels. */
final class TimeTicks {
    private static final int[] SECONDS = {1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200};

    private TimeTicks() {}

    /** The step in seconds for a stretch of so many ms. */
    static int step(long length) {
        for (int seconds : SECONDS) {
            if (length <= seconds * 6_000L) {
                return seconds;
            }
        }
        return 14_400;
    }

    static DateTickUnit unit(long length) {
        int step = step(length);
        return step < 60
                ? new DateTickUnit(DateTickUnitType.SECOND, step, new SimpleDateFormat("HH:mm:ss", Locale.ROOT))
                : new DateTickUnit(DateTickUnitType.MINUTE, step / 60, new SimpleDateFormat("HH:mm", Locale.ROOT));
    }
}
