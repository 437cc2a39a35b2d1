package dev.gatehouse.app.look;

import java.net.URL;
import java.util.Objects;
import javafx.application.Application;

/** A colour theme: one user-agent stylesheet, so that menus, tooltips and layers get it too. */
public enum Theme {
    LIGHT("light"),
    DARK("dark");

    private final String sheet;

    Theme(String sheet) {
        this.sheet = sheet;
    }

    /** The sheet's address. */
    public String url() {
        URL url = Theme.class.getResource("/dev/gatehouse/app/themes/" + sheet + ".css");
        return Objects.requireNonNull(url, sheet).toExternalForm();
    }

    /** Shows everything in this theme, at once. FX thread. */
    public void apply() {
        Application.setUserAgentStylesheet(url());
    }

    /** The theme that is not this one. */
    public Theme other() {
        return this == LIGHT ? DARK : LIGHT;
    }
}
