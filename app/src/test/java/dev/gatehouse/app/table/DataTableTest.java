package dev.gatehouse.app.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.app.Pictures;
import dev.gatehouse.app.StallWatch;
import dev.gatehouse.app.UiTest;
import dev.gatehouse.app.look.Icon;
import dev.gatehouse.app.profile.ConsoleFolder;
import dev.gatehouse.app.profile.Memory;
import dev.gatehouse.app.work.Background;
import dev.gatehouse.app.work.Job;
import dev.gatehouse.app.work.Jobs;
import dev.gatehouse.app.work.UiThread;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated("it watches for stalls of the FX thread")
class DataTableTest extends UiTest {
    private static final int MANY = 100_000;
    private static final Duration LONGEST_STALL = Duration.ofMillis(200);

    @TempDir
    Path folder;

    private final Jobs jobs = new Jobs(UiThread.executor(), InstantSource.system());
    private final Rows<Entry> rows = new Rows<>(Entry.COLUMNS, Background.executor(), UiThread.executor());

    @SuppressWarnings("NullAway.Init") // open makes it on the FX thread before each test
    private DataTable<Entry> table;

    @SuppressWarnings("NullAway.Init") // as above
    private Scene scene;

    @BeforeEach
    void open() {
        scene = show(() -> {
            table = made();
            return table;
        });
    }

    @AfterEach
    void stop() {
        jobs.close();
    }

    private DataTable<Entry> made() {
        DataTable<Entry> made =
                new DataTable<>("entries", rows, Entry::number, new Tools(jobs, (near, name) -> folder.resolve(name)));
        made.whenEmpty(new EmptyState(Icon.ROUTE, "Nothing yet"));
        made.onMenu(row -> List.of(new MenuItem("Open " + row.name())));
        return made;
    }

    @Test
    void a_hundred_thousand_rows_are_sorted_and_filtered_without_holding_up_the_screen() {
        List<Entry> many = Entry.many(MANY);
        set(Entry.many(50));
        sort("millis");
        try (StallWatch watch = new StallWatch()) {
            settle();
            watch.reset();
            set(many);
            await(() -> rows.shown().size() == MANY);
            for (String column : List.of("millis", "name", "path")) {
                sort(column);
                settle();
                await(() -> rows.sortingProperty().get().key().equals(column));
            }
            filter("path:/42/ route");
            await(() -> rows.shown().size() < MANY && !rows.shown().isEmpty());
            filter("");
            await(() -> rows.shown().size() == MANY);
            assertThat(watch.longest()).isLessThan(LONGEST_STALL);
            robot.clickOn(".table-row-cell:filled");
            settle();
            watch.reset();
            robot.push(KeyCode.END);
            robot.push(KeyCode.HOME);
            settle();
            assertThat(watch.longest()).isLessThan(LONGEST_STALL);
        }
        long cells = onFx(() -> table.lookupAll(".table-row-cell").size());
        assertThat(cells).as("rows have nodes only while they are seen").isLessThan(80);
    }

    @Test
    void what_is_chosen_stays_chosen_while_rows_change() {
        set(Entry.many(100));
        onFx(() -> {
            table.select(42);
            return true;
        });
        assertThat(onFx(() -> table.selectedProperty().get().number())).isEqualTo(42);
        sort("name");
        set(Entry.many(80));
        await(() -> rows.shown().size() == 80);
        assertThat(onFx(() -> table.selectedProperty().get().number())).isEqualTo(42);
        set(Entry.many(10));
        await(() -> rows.shown().size() == 10);
        assertThat(onFx(() -> table.selectedProperty().get())).isNull();
    }

    @Test
    void chosen_rows_are_copied_as_they_are_shown() {
        set(Entry.many(30));
        onFx(() -> {
            table.select(1);
            table.focus();
            return true;
        });
        robot.push(KeyCode.SHIFT, KeyCode.DOWN);
        robot.push(KeyCode.CONTROL, KeyCode.C);
        settle();
        assertThat(onFx(() -> Clipboard.getSystemClipboard().getString()))
                .isEqualTo("route-29\t/shop/1/items/1\t31 ms\nroute-28\t/shop/2/items/2\t62 ms");
    }

    @Test
    void an_export_is_what_is_shown_with_titles() throws Exception {
        set(Entry.many(5));
        filter("name:route-3");
        await(() -> rows.shown().size() == 1);
        onFx(() -> {
            table.tableItems().getFirst().fire();
            return true;
        });
        Path file = folder.resolve("entries.csv");
        await(() -> jobs.all().stream().noneMatch(job -> job.stateProperty().get() == Job.State.RUNNING));
        assertThat(Files.readAllLines(file)).hasSize(2).last().asString().startsWith("route-3,/shop/");
    }

    @Test
    void the_row_menu_opens_from_the_keyboard_and_closes_again() {
        set(Entry.many(5));
        onFx(() -> {
            table.select(2);
            table.focus();
            return true;
        });
        robot.push(KeyCode.SHIFT, KeyCode.F10);
        await(() -> robot.listWindows().size() > 1);
        robot.push(KeyCode.ESCAPE);
        await(() -> robot.listWindows().size() == 1);
    }

    @Test
    void nothing_there_and_nothing_matching_are_two_states() {
        assertThat(onFx(() -> texts())).contains("Nothing yet");
        set(Entry.many(5));
        filter("nowhere");
        await(() -> rows.shown().isEmpty() && rows.totalProperty().get() == 5);
        settle();
        Pictures.sketch(scene, "table-nothing-matches");
        assertThat(onFx(() -> texts())).contains("nowhere");
        Node clear = onFx(() -> table.lookupAll(".button").stream()
                .filter(node -> ((Button) node).getText().equals("Clear filter"))
                .findFirst()
                .orElseThrow());
        robot.clickOn(clear);
        await(() -> rows.shown().size() == 5);
    }

    @Test
    void how_it_was_arranged_is_remembered_for_the_gateway() {
        Memory memory = onFx(() -> new Memory(new ConsoleFolder(folder), "one"));
        onFx(() -> {
            table.remember(new SimpleObjectProperty<>(memory));
            return true;
        });
        set(Entry.many(30));
        sort("millis");
        filter("route-1");
        onFx(() -> {
            column("at").setVisible(true);
            return true;
        });
        settle();
        memory.close();
        await(() -> Files.exists(folder.resolve("memory/one.json")));
        Memory later = new Memory(new ConsoleFolder(folder), "one");
        onFx(() -> {
            rows.filterProperty().set("");
            table = made();
            table.remember(new SimpleObjectProperty<>(later));
            scene.setRoot(table);
            return true;
        });
        assertThat(onFx(() -> rows.filterProperty().get())).isEqualTo("route-1");
        assertThat(onFx(() -> rows.sortingProperty().get())).isEqualTo(new Sorting("millis", false));
        assertThat(onFx(() -> column("at").isVisible())).isTrue();
        later.close();
    }

    private void set(List<Entry> entries) {
        onFx(() -> {
            rows.set(entries);
            return true;
        });
        await(() -> rows.totalProperty().get() == entries.size());
    }

    private void filter(String filter) {
        onFx(() -> {
            rows.filterProperty().set(filter);
            return true;
        });
    }

    private void sort(String column) {
        onFx(() -> {
            view().getSortOrder().setAll(List.of(column(column)));
            return true;
        });
    }

    private TableColumn<Entry, ?> column(String key) {
        return view().getColumns().stream()
                .filter(column -> column.getId().equals(key))
                .findFirst()
                .orElseThrow();
    }

    @SuppressWarnings("unchecked") // the table has one TableView, of its rows
    private TableView<Entry> view() {
        return (TableView<Entry>) table.getChildren().getFirst();
    }

    private String texts() {
        StringBuilder texts = new StringBuilder();
        table.lookupAll(".label")
                .forEach(node -> texts.append(((Label) node).getText()).append('\n'));
        return texts.toString();
    }
}
