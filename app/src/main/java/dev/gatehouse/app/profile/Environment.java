package dev.gatehouse.app.profile;

import java.util.Locale;

/** What a gateway is for, as its owner says. */
public enum Environment {
    NONE,
    DEVELOPMENT,
    TEST,
    PRODUCTION;

    /** The style class of the band. */
    public String styleClass() {
        return name().toLowerCase(Locale.ROOT);
    }
}
