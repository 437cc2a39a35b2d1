package dev.gatehouse.app;

import dev.gatehouse.app.look.AppIcon;
import dev.gatehouse.app.look.Fonts;
import dev.gatehouse.app.profile.ConsoleFolder;
import dev.gatehouse.app.text.Texts;
import dev.gatehouse.app.work.UiThread;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/** The JavaFX side of the program: one window, with the console in it. */
public final class ConsoleApplication extends Application {
    private @Nullable Console console;

    /** Runs the console until its window is closed. */
    static void open() throws ToolkitFailed {
        try {
            launch(ConsoleApplication.class);
        } catch (RuntimeException | UnsatisfiedLinkError e) {
            throw new ToolkitFailed(Display.explain(e), e);
        }
    }

    @Override
    public void start(Stage stage) {
        Fonts.load();
        Console opened = new Console(ConsoleFolder.ofUser(), UiThread.executor(), Platform::exit);
        console = opened;
        Scene scene = new Scene(opened.open(), 1440, 900);
        opened.install(scene);
        stage.setTitle(Texts.get("app.title"));
        stage.getIcons().setAll(AppIcon.all());
        stage.setMinWidth(1024);
        stage.setMinHeight(700);
        stage.setScene(scene);
        stage.setOnCloseRequest(event -> {
            event.consume();
            opened.requestQuit();
        });
        stage.iconifiedProperty().subscribe(opened::setUnseen);
        scene.addPostLayoutPulseListener(() -> Timing.mark("painted"));
        stage.show();
    }

    @Override
    public void stop() {
        if (console != null) {
            console.close();
        }
    }
}
