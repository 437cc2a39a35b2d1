package dev.gatehouse.app.chart;

import dev.gatehouse.app.table.SaveFile;
import dev.gatehouse.app.text.Texts;
import dev.gatehouse.app.work.Jobs;
import dev.gatehouse.app.work.Work;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Node;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.WritableImage;
import javafx.scene.transform.Scale;
import javax.imageio.ImageIO;

/** Writes charts to files, as a picture or as numbers; asks where, and writes beside the screen. */
public final class ChartExport {
    /** Pixels of a picture for each of the screen, so that it is sharp in a document. */
    private static final double SHARP = 2;

    private final SaveFile files;
    private final Jobs jobs;
    private final Consumer<String> failed;

    /**
     * An export.
     *
     * @param failed is told what went wrong, in words
     */
    public ChartExport(SaveFile files, Jobs jobs, Consumer<String> failed) {
        this.files = files;
        this.jobs = jobs;
        this.failed = failed;
    }

    /**
     * Writes what a panel shows as PNG.
     *
     * @param name of the file, without its ending
     */
    public void png(Node panel, String name) {
        Path file = files.choose(panel.getScene().getWindow(), name + ".png");
        if (file != null) {
            SnapshotParameters sharp = new SnapshotParameters();
            sharp.setTransform(new Scale(SHARP, SHARP));
            WritableImage image = panel.snapshot(sharp, null);
            start(file, told -> {
                if (!ImageIO.write(SwingFXUtils.fromFXImage(image, null), "png", file.toFile())) {
                    throw new IOException("No writer of PNG");
                }
                return file;
            });
        }
    }

    /** Writes a chart's numbers as CSV. */
    public void csv(TimeChart chart, String name) {
        Path file = files.choose(chart.getScene().getWindow(), name + ".csv");
        if (file != null) {
            String text = chart.csv();
            start(file, told -> Files.writeString(file, text));
        }
    }

    private void start(Path file, Work<Path> work) {
        Path name = file.getFileName();
        jobs.start(Texts.get("chart.export.writing", String.valueOf(name)), work)
                .failed(failure -> failed.accept(Texts.get("chart.export.failed", file, why(failure))));
    }

    private static String why(Exception failure) {
        String message = failure.getMessage();
        return message == null ? failure.toString() : message;
    }
}
