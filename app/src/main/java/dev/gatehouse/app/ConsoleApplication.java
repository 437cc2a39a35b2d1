package dev.gatehouse.app;

import dev.gatehouse.app.look.AppIcon;
import dev.gatehouse.app.look.Fonts;
import dev.gatehouse.app.profile.ConsoleFolder;
import dev.gatehouse.app.profile.WindowPlace;
import dev.gatehouse.app.profile.WindowPlaces;
import dev.gatehouse.app.text.Texts;
import dev.gatehouse.app.work.UiThread;
import java.util.concurrent.Executor;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The JavaFX side of the program: one window, with the console in it. */
public final class ConsoleApplication extends Application {
    private static final Logger LOG = LoggerFactory.getLogger(ConsoleApplication.class);
    private static final double WIDTH = 1440;
    private static final double HEIGHT = 900;

    private @Nullable Console console;
    private @Nullable WindowPlace usual;

    /** Runs the console until its window is closed. */
    static void open() throws ToolkitFailed {
        JavafxLog.settle();
        try {
            launch(ConsoleApplication.class);
        } catch (RuntimeException | UnsatisfiedLinkError e) {
            throw new ToolkitFailed(Display.explain(e), e);
        }
    }

    @Override
    public void start(Stage stage) {
        Fonts.load();
        ConsoleFolder folder = ConsoleFolder.ofUser();
        Executor ui = UiThread.executor();
        Console opened = new Console(folder, ui, Platform::exit);
        console = opened;
        // What nobody caught is told where it is seen; the log has it as well.
        Thread.setDefaultUncaughtExceptionHandler((thread, fault) -> {
            LOG.error("Uncaught in {}", thread.getName(), fault);
            ui.execute(() -> opened.failed(fault));
        });
        Scene scene = new Scene(opened.open(), WIDTH, HEIGHT);
        opened.install(scene);
        WindowPlaces window = new WindowPlaces(folder);
        restore(stage, window);
        stage.setTitle(Texts.get("app.title"));
        stage.getIcons().setAll(AppIcon.all());
        stage.setMinWidth(1024);
        stage.setMinHeight(700);
        stage.setScene(scene);
        stage.setOnCloseRequest(event -> {
            event.consume();
            keep(stage, window);
            opened.requestQuit();
        });
        stage.iconifiedProperty().subscribe(opened::setUnseen);
        scene.addPostLayoutPulseListener(() -> Timing.mark("painted"));
        stage.show();
    }

    /** Puts the window where it was, unless that screen is gone. */
    private void restore(Stage stage, WindowPlaces places) {
        places.read().ifPresent(place -> {
            if (!Screen.getScreensForRectangle(place.x(), place.y(), place.width(), place.height())
                    .isEmpty()) {
                stage.setX(place.x());
                stage.setY(place.y());
                stage.setWidth(place.width());
                stage.setHeight(place.height());
            }
            stage.setMaximized(place.maximized());
            usual = place;
        });
        // A maximised window tells the screen's size; what it had before is what it goes back to.
        stage.xProperty().addListener(change -> note(stage));
        stage.yProperty().addListener(change -> note(stage));
        stage.widthProperty().addListener(change -> note(stage));
        stage.heightProperty().addListener(change -> note(stage));
    }

    private void note(Stage stage) {
        if (!stage.isMaximized() && !stage.isIconified() && stage.getWidth() > 0 && !Double.isNaN(stage.getX())) {
            usual = new WindowPlace(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight(), false);
        }
    }

    private void keep(Stage stage, WindowPlaces places) {
        WindowPlace last = usual;
        if (last != null) {
            places.keep(new WindowPlace(last.x(), last.y(), last.width(), last.height(), stage.isMaximized()));
        }
    }

    @Override
    public void stop() {
        if (console != null) {
            console.close();
        }
    }
}
