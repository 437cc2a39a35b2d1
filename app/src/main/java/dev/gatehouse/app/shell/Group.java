package dev.gatehouse.app.shell;

/** A heading of the navigation. It appears with its first screen. */
public enum Group {
    WATCH("group.watch"),
    DESIGN("group.design"),
    CONTROL("group.control");

    private final String key;

    Group(String key) {
        this.key = key;
    }

    /** Its title's key. */
    String key() {
        return key;
    }
}
