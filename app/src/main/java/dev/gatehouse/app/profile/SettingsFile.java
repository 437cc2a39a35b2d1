package dev.gatehouse.app.profile;

import java.io.IOException;

/** Where the settings are kept. */
public final class SettingsFile {
    private static final String NAME = "settings.json";

    private final ConsoleFolder folder;

    /** That of a folder. */
    public SettingsFile(ConsoleFolder folder) {
        this.folder = folder;
    }

    /** The settings, the default ones where there are none or they cannot be read. */
    public Settings read() {
        return folder.read(NAME, Settings.class, Settings.DEFAULT);
    }

    /** Keeps settings. */
    public void write(Settings settings) throws IOException {
        folder.write(NAME, settings);
    }
}
