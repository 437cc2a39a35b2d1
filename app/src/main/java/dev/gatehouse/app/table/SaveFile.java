package dev.gatehouse.app.table;

import java.nio.file.Path;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** Asks where a file is to be written. */
public interface SaveFile {
    /**
     * Asks; FX thread, returns when a person has answered.
     *
     * @param suggested the file's name, without a folder
     * @return null if nothing is to be written
     */
    @Nullable
    Path choose(Window near, String suggested);
}
