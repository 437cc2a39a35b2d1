package dev.gatehouse.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.app.look.Fonts;
import dev.gatehouse.app.look.Theme;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.geometry.Point2D;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Font;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** A test with nodes on the headless platform: one stage, shown afresh by each test, a robot, and waiting by condition. */
@ResourceLock("toolkit")
public abstract class UiTest {
    /** The window's usual size. */
    protected static final int WIDTH = 1440;

    protected static final int HEIGHT = 900;

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    protected final FxRobot robot = new FxRobot();
    private @Nullable Stage stage;

    @BeforeAll
    static void startToolkit() throws TimeoutException {
        FxToolkit.registerPrimaryStage();
        if (!Font.getFamilies().contains("JetBrains Mono")) {
            Fonts.load();
        }
        onFx(() -> {
            Theme.LIGHT.apply();
            return true;
        });
    }

    /** Shows nodes in a window of the usual size. */
    protected final Scene show(Callable<? extends Parent> root) {
        return show(root, WIDTH, HEIGHT);
    }

    /** Shows nodes in a window, in place of the one before; up to 1440×900 works on the headless screen. */
    protected final Scene show(Callable<? extends Parent> root, int width, int height) {
        closeStage();
        robot.release(new KeyCode[0]); // what an earlier test may have left pressed
        robot.moveTo(new Point2D(WIDTH - 1, HEIGHT - 1)); // and where it left the pointer
        Scene scene = onFx(() -> {
            Stage window = new Stage();
            Scene made = new Scene(root.call(), width, height);
            window.setScene(made);
            window.show();
            window.requestFocus();
            stage = window;
            return made;
        });
        settle();
        return scene;
    }

    @AfterEach
    void closeStage() {
        Stage window = stage;
        if (window != null) {
            List<Window> left = onFx(() -> {
                window.hide();
                return List.copyOf(Window.getWindows());
            });
            stage = null;
            assertThat(left)
                    .as("windows that the test leaves open, where the next one's keys would go")
                    .isEmpty();
        }
    }

    /** Waits until layout and posted work are done. */
    protected static void settle() {
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** Waits until something holds; asked on the FX thread. */
    protected static void await(BooleanSupplier condition) {
        try {
            WaitForAsyncUtils.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS, () -> onFx(condition::getAsBoolean));
        } catch (TimeoutException e) {
            assertThat(onFx(condition::getAsBoolean)).as("within %s", PATIENCE).isTrue();
        }
    }

    /** Runs on the FX thread and gives back what came out. */
    protected static <T> T onFx(Callable<T> work) {
        if (Platform.isFxApplicationThread()) {
            try {
                return work.call();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
        CompletableFuture<T> done = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                done.complete(work.call());
            } catch (Throwable e) {
                done.completeExceptionally(e);
            }
        });
        try {
            return done.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        } catch (InterruptedException | TimeoutException e) {
            throw new AssertionError(e);
        }
    }
}
