package dev.gatehouse.app.screen.traffic;

/** Which calls are shown. */
public enum Mode {
    /** Those that end now. */
    LIVE("traffic.mode.live"),
    /** Those that were recorded. */
    STORED("traffic.mode.stored");

    private final String key;

    Mode(String key) {
        this.key = key;
    }

    /** Its name's key. */
    public String key() {
        return key;
    }
}
