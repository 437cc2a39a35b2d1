package dev.gatehouse.app.screen.certificates;

import dev.gatehouse.app.text.Texts;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/** The system's own dialog. */
public final class NativeChooseFiles implements ChooseFiles {
    @Override
    public List<Path> choose(Window near) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(Texts.get("certificates.import.files"));
        List<File> chosen = chooser.showOpenMultipleDialog(near);
        return chosen == null ? List.of() : chosen.stream().map(File::toPath).toList();
    }
}
