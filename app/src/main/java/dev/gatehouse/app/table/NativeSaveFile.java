package dev.gatehouse.app.table;

import dev.gatehouse.app.text.Texts;
import java.io.File;
import java.nio.file.Path;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** The system's own dialog. */
public final class NativeSaveFile implements SaveFile {
    @Override
    public @Nullable Path choose(Window near, String suggested) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(Texts.get("table.export.title"));
        chooser.setInitialFileName(suggested);
        File chosen = chooser.showSaveDialog(near);
        return chosen == null ? null : chosen.toPath();
    }
}
