package dev.gatehouse.app.table;

import dev.gatehouse.app.look.Icon;
import dev.gatehouse.app.text.Texts;
import dev.gatehouse.app.work.Pace;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** What stands in a table without rows: what belongs there, that nothing matches, or that rows are on their way. */
final class Placeholder extends StackPane {
    private final Rows<?> rows;
    private final EmptyState nothingMatches;
    private final Skeleton skeleton = new Skeleton();
    private Node empty = new StackPane();
    private @Nullable LoadingLine loading;
    private boolean waited;

    Placeholder(Rows<?> rows) {
        this.rows = rows;
        nothingMatches = new EmptyState(Icon.FILTER, "")
                .with(
                        Texts.get("table.filter.clear"),
                        () -> rows.filterProperty().set(""));
        rows.totalProperty().addListener((property, before, after) -> fill());
        rows.knownProperty().addListener((property, before, after) -> fill());
    }

    void whenEmpty(Node node) {
        empty = node;
        fill();
    }

    void whileLoading(LoadingLine line) {
        loading = line;
        line.paceProperty().addListener((property, before, after) -> {
            waited = true;
            fill();
        });
    }

    /** Looks again at what there is to say. */
    void fill() {
        LoadingLine line = loading;
        if (rows.totalProperty().get() > 0) {
            nothingMatches.say(
                    Texts.get("table.nothing-matches", rows.filterProperty().get()));
            getChildren().setAll(nothingMatches);
        } else if (line == null || !waited || rows.knownProperty().get()) {
            getChildren().setAll(empty);
        } else {
            Pace pace = line.paceProperty().get();
            getChildren().setAll(pace == Pace.SLOW || pace == Pace.LONG ? List.of(skeleton) : List.of());
        }
    }
}
