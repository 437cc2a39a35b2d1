package dev.gatehouse.app.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.app.UiTest;
import dev.gatehouse.app.look.Icon;
import dev.gatehouse.app.work.HandDelay;
import dev.gatehouse.app.work.Job;
import dev.gatehouse.app.work.Jobs;
import dev.gatehouse.app.work.Loading;
import dev.gatehouse.app.work.Progress;
import dev.gatehouse.app.work.UiThread;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LoadingLineTest extends UiTest {
    private final HandDelay delay = new HandDelay();
    private final Jobs jobs = new Jobs(UiThread.executor(), InstantSource.system(), delay);
    private final Loading loading = new Loading();
    private final Rows<String> rows = new Rows<>(
            List.of(Column.of(Look.NAME, "name", "routes.column.name", row -> row)), Runnable::run, Runnable::run);

    @AfterEach
    void end() {
        jobs.close();
    }

    @Test
    void a_first_load_shows_nothing_then_a_line_over_rows_to_come_then_a_sentence_with_a_way_to_stop_it() {
        Scene scene = screen();
        Job<String> job = begin();
        assertThat(visible(scene, ".loading-line")).isFalse();
        assertThat(visible(scene, ".skeleton-rows")).isFalse();
        assertThat(visible(scene, ".empty-state")).as("nobody knows yet").isFalse();

        pass(150);
        assertThat(visible(scene, ".loading-line")).isTrue();
        assertThat(visible(scene, ".skeleton-rows")).isTrue();
        assertThat(visible(scene, ".loading-sentence")).isFalse();

        pass(1850);
        assertThat(visible(scene, ".loading-sentence")).isTrue();
        assertThat(((Label) scene.lookup(".loading-sentence > .label")).getText())
                .isEqualTo("Reading the rows takes longer than usual.");

        onFx(() -> {
            scene.lookup(".loading-sentence > .button").requestFocus();
            return true;
        });
        robot.push(KeyCode.SPACE);
        settle();
        assertThat(job.stateProperty().get()).isEqualTo(Job.State.CANCELLED);
        assertThat(visible(scene, ".loading-line")).isFalse();
        assertThat(visible(scene, ".loading-sentence")).isFalse();
        assertThat(visible(scene, ".empty-state")).as("still nobody knows").isFalse();
    }

    @Test
    void a_later_load_leaves_the_old_content_where_it_is() {
        Scene scene = screen();
        onFx(() -> {
            rows.set(List.of());
            return true;
        });
        assertThat(visible(scene, ".empty-state")).isTrue();
        begin();
        pass(150);
        assertThat(visible(scene, ".loading-line")).isTrue();
        assertThat(visible(scene, ".skeleton-rows")).isFalse();
        assertThat(visible(scene, ".empty-state")).isTrue();
    }

    private Scene screen() {
        return show(() -> {
            LoadingLine line = new LoadingLine();
            line.join(loading);
            DataTable<String> table =
                    new DataTable<>("rows", rows, row -> row, new Tools(jobs, (window, name) -> Path.of(name)));
            table.whenEmpty(new EmptyState(Icon.ROUTE, "No rows yet."));
            table.whileLoading(line);
            return new VBox(line, table);
        });
    }

    private Job<String> begin() {
        return onFx(() -> loading.follow(jobs.start("Reading the rows", LoadingLineTest::forever)));
    }

    private void pass(long millis) {
        onFx(() -> {
            delay.pass(Duration.ofMillis(millis));
            return true;
        });
        settle();
    }

    private static String forever(Progress told) throws InterruptedException {
        new CountDownLatch(1).await();
        return "never";
    }

    private static boolean visible(Scene scene, String selector) {
        return onFx(() -> {
            Node node = scene.lookup(selector);
            return node != null && node.isVisible();
        });
    }
}
