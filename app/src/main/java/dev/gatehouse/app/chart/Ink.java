package dev.gatehouse.app.chart;

import java.util.Locale;

/** What a chart colours. The style sheet gives each a role of the theme, as {@code -chart-<name>}. */
public enum Ink {
    PANEL,
    TEXT,
    GRID,
    MARK,
    ZOOM,
    LINE,
    STATUS_2XX,
    STATUS_3XX,
    STATUS_4XX,
    STATUS_5XX,
    STATUS_OTHER,
    P50,
    P95,
    P99;

    /** Its name in the style sheet, without the leading dash. */
    String css() {
        return "chart-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
