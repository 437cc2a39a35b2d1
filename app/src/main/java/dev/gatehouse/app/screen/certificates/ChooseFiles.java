package dev.gatehouse.app.screen.certificates;

import java.nio.file.Path;
import java.util.List;
import javafx.stage.Window;

/** Asks which files are to be read. */
public interface ChooseFiles {
    /** Asks; FX thread, returns when a person has answered. Empty if none is to be read. */
    List<Path> choose(Window near);
}
