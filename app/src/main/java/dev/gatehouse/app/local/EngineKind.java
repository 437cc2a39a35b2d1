package dev.gatehouse.app.local;

/** Which gateway runs in this process. */
public enum EngineKind {
    /** The user's own, on the user's data. */
    EMBEDDED("embedded", "gateway.embedded"),
    /** One with sample origins and traffic, on data of its own. */
    DEMO("demo", "gateway.demo");

    private final String key;
    private final String title;

    EngineKind(String key, String title) {
        this.key = key;
        this.title = title;
    }

    /** Its name among the console's gateways. */
    public String key() {
        return key;
    }

    /** The key of its title. */
    public String title() {
        return title;
    }
}
