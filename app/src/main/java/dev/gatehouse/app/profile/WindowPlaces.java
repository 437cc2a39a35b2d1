package dev.gatehouse.app.profile;

import java.io.IOException;
import java.util.Optional;

/** Where the window was when it was closed. */
public final class WindowPlaces {
    private static final String NAME = "window.json";

    private final ConsoleFolder folder;

    /** Those of a folder. */
    public WindowPlaces(ConsoleFolder folder) {
        this.folder = folder;
    }

    /** The last place, if one was kept. */
    public Optional<WindowPlace> read() {
        WindowPlace none = new WindowPlace(0, 0, 0, 0, false);
        WindowPlace read = folder.read(NAME, WindowPlace.class, none);
        return read.width() > 0 && read.height() > 0 ? Optional.of(read) : Optional.empty();
    }

    /** Keeps a place; it is comfort, so that what cannot be written is passed over. */
    public void keep(WindowPlace place) {
        try {
            folder.write(NAME, place);
        } catch (IOException e) {
            // The window opens at its usual size next time.
        }
    }
}
