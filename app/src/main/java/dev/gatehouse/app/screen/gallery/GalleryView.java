package dev.gatehouse.app.screen.gallery;

import dev.gatehouse.app.screen.ScreenView;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.fxml.FXML;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The gallery's controller: spreads the samples over as many columns as there is room for. */
public final class GalleryView implements ScreenView {
    /** The least width of a column, in letters' heights, so that it grows with the scale. */
    private static final double COLUMN = 32;

    private static final double LETTER = 13;

    /** What paddings and gaps take of the width, at most. */
    private static final double MARGINS = 80;

    private final List<Sample> samples = new ArrayList<>();
    private int shown;

    @FXML
    private ScrollPane scroll;

    @FXML
    private HBox columns;

    @FXML
    private void initialize() {
        Stream.of(
                        ButtonSamples.all(),
                        FieldSamples.all(),
                        FormSample.all(),
                        StatusSamples.all(),
                        DataSamples.all(),
                        LookSamples.all())
                .forEach(samples::addAll);
        scroll.widthProperty().addListener((property, before, now) -> spread(now.doubleValue()));
    }

    private void spread(double width) {
        int count = Math.max(1, (int) (width / (COLUMN * LETTER)));
        if (count == shown) {
            return;
        }
        shown = count;
        List<VBox> made = IntStream.range(0, count).mapToObj(i -> column(count)).toList();
        columns.getChildren().setAll(made);
        for (Sample sample : samples) {
            made.stream()
                    .min(Comparator.comparingInt(GalleryView::weight))
                    .orElseThrow()
                    .getChildren()
                    .add(sample);
        }
    }

    private VBox column(int count) {
        VBox column = new VBox();
        column.getStyleClass().add("gap-4");
        column.setMinWidth(0);
        // A width of its own, so that heights of wrapped text are computed for it and not for none.
        column.prefWidthProperty().bind(scroll.widthProperty().subtract(MARGINS).divide(count));
        HBox.setHgrow(column, Priority.ALWAYS);
        return column;
    }

    private static int weight(VBox column) {
        return column.getChildren().stream()
                .mapToInt(node -> node instanceof Sample sample ? sample.weight() : 0)
                .sum();
    }
}
