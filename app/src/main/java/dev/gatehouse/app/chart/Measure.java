package dev.gatehouse.app.chart;

/** What a chart's numbers are: how they are written beside their name and along the axis. */
public enum Measure {
    /** Requests in a second. */
    RATE("chart.unit.rate"),
    /** Milliseconds. */
    LATENCY("chart.unit.latency");

    private final String unit;

    Measure(String unit) {
        this.unit = unit;
    }

    /** With its unit. */
    public String write(double value) {
        return switch (this) {
            case RATE -> Figures.rate(value);
            case LATENCY -> Figures.milliseconds(value);
        };
    }

    /** The key of the unit's name, which stands once above the axis. */
    String unit() {
        return unit;
    }
}
