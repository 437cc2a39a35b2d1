package dev.gatehouse.app.screen.gallery;

import static dev.gatehouse.app.screen.gallery.Sample.label;
import static dev.gatehouse.app.screen.gallery.Sample.row;
import static dev.gatehouse.app.screen.gallery.Sample.state;
import static dev.gatehouse.app.screen.gallery.Sample.styled;

import atlantafx.base.controls.Message;
import dev.gatehouse.app.look.Icon;
import dev.gatehouse.app.look.IconView;
import dev.gatehouse.app.look.Status;
import dev.gatehouse.app.look.StatusChip;
import dev.gatehouse.app.look.StatusMark;
import dev.gatehouse.app.table.LoadingLine;
import dev.gatehouse.app.table.Skeleton;
import dev.gatehouse.app.text.Texts;
import dev.gatehouse.app.work.Pace;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** States in shape and word, messages, and what stands where nothing is yet. */
final class StatusSamples {
    private StatusSamples() {}

    static List<Sample> all() {
        return List.of(statuses(), messages(), notice(), loading(), empty());
    }

    private static Sample statuses() {
        return new Sample(
                "gallery.status",
                4,
                row(
                        new StatusChip(Status.GOOD, Texts.get("gallery.status.good")),
                        new StatusChip(Status.ATTENTION, Texts.get("gallery.status.attention")),
                        new StatusChip(Status.BAD, Texts.get("gallery.status.bad")),
                        new StatusChip(Status.WAITING, Texts.get("gallery.status.waiting")),
                        new StatusChip(Status.OFF, Texts.get("gallery.status.off"))),
                state("gallery.status.band", band("none"), band("development"), band("test"), band("production")),
                state(
                        "gallery.status.http",
                        label("200", "t-mono"),
                        label("304", "t-mono", "fg-muted"),
                        label("404", "t-mono", "status-4xx"),
                        label("503", "t-mono", "status-5xx")));
    }

    private static Region band(String environment) {
        Region band = styled(new Region(), "band", environment);
        HBox.setHgrow(band, Priority.ALWAYS);
        return band;
    }

    private static Sample messages() {
        return new Sample(
                "gallery.messages",
                10,
                message("gallery.message.danger", "danger"),
                message("gallery.message.warning", "warning"),
                message("gallery.message.success", "success"));
    }

    private static Message message(String key, String kind) {
        String[] parts = Texts.get(key).split("\\|");
        return styled(new Message(parts[0], parts[1]), kind);
    }

    private static Sample notice() {
        Label words = label(Texts.get("gallery.notice"));
        words.setWrapText(true);
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMaxWidth(Double.MAX_VALUE);
        Button undo = styled(new Button(Texts.get("gallery.notice.undo")), "flat", "link");
        Button close = styled(new Button(null, new IconView(Icon.CLOSE)), "flat", "icon-only");
        return new Sample(
                "gallery.notices",
                3,
                styled(new HBox(new StatusMark(Status.GOOD), words, undo, close), "layer", "notice"));
    }

    private static Sample loading() {
        ProgressBar half = new ProgressBar(0.5);
        half.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(half, Priority.ALWAYS);
        Skeleton skeleton = new Skeleton();
        HBox.setHgrow(skeleton, Priority.ALWAYS);
        return new Sample(
                "gallery.loading",
                12,
                state("gallery.loading.progress", half, label("50 %", "t-mono")),
                state("gallery.loading.quick", line(Pace.QUICK)),
                state("gallery.loading.line", line(Pace.SLOW)),
                state("gallery.loading.long", line(Pace.LONG)),
                state("gallery.loading.first", skeleton));
    }

    private static LoadingLine line(Pace pace) {
        LoadingLine line = new LoadingLine();
        line.show(pace, Texts.get("draft.reading"), () -> {});
        HBox.setHgrow(line, Priority.ALWAYS);
        return line;
    }

    private static Sample empty() {
        VBox block = new VBox(
                styled(new IconView(Icon.ROUTE), "icon-large"),
                label(Texts.get("gallery.empty.words"), "paragraph"),
                styled(
                        new HBox(
                                new Button(Texts.get("gallery.empty.button"), new IconView(Icon.ADD)),
                                new Hyperlink(Texts.get("gallery.empty.guide"))),
                        "gap-4",
                        "align-left"));
        return new Sample("gallery.empty", 6, styled(block, "empty-state"));
    }
}
