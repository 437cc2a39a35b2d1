package dev.gatehouse.app.screen.gallery;

import static dev.gatehouse.app.screen.gallery.Sample.label;
import static dev.gatehouse.app.screen.gallery.Sample.row;
import static dev.gatehouse.app.screen.gallery.Sample.state;
import static dev.gatehouse.app.screen.gallery.Sample.styled;

import dev.gatehouse.app.look.Icon;
import dev.gatehouse.app.look.IconView;
import dev.gatehouse.app.look.Tip;
import dev.gatehouse.app.text.Texts;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** Type, colours and icons. */
final class LookSamples {
    private LookSamples() {}

    static List<Sample> all() {
        return List.of(type(), colours(), icons());
    }

    private static Sample type() {
        return new Sample(
                "gallery.type",
                10,
                state("gallery.type.figure", label("1.24 k/s", "t-figure")),
                state("gallery.type.screen", label(Texts.get("screen.gallery"), "t-screen")),
                state("gallery.type.section", label(Texts.get("gallery.type"), "t-section")),
                state("gallery.type.body", label(Texts.get("gallery.type.sentence"), "t-body")),
                state("gallery.type.strong", label("products", "t-strong")),
                state("gallery.type.label", label(Texts.get("gallery.type.sentence"), "t-label")),
                state("gallery.type.help", label(Texts.get("gallery.type.sentence"), "t-help")),
                state("gallery.type.mono", label("GET /shop/products/{id}  38 ms", "t-mono")),
                state("gallery.type.keys", label("Ctrl+K", "key-cap")));
    }

    private static Sample colours() {
        return new Sample(
                "gallery.colours",
                5,
                state("gallery.colours.series", swatches("series-1", "series-2", "series-3", "series-4", "series-5")),
                state("gallery.colours.status", swatches("status-2xx", "status-3xx", "status-4xx", "status-5xx")),
                state("gallery.colours.percentiles", swatches("p50", "p95", "p99")),
                state("gallery.colours.surfaces", swatches("inset", "default", "subtle", "overlay", "selected")));
    }

    private static Node[] swatches(String... names) {
        return Stream.of(names)
                .map(name -> styled(new Region(), "swatch", "swatch-" + name))
                .toArray(Node[]::new);
    }

    private static Sample icons() {
        Node[] icons = Stream.of(Icon.values()).map(LookSamples::icon).toArray(Node[]::new);
        return new Sample("gallery.icons", 6, row(icons));
    }

    private static Node icon(Icon icon) {
        StackPane cell = styled(new StackPane(styled(new IconView(icon), "icon-navigation")), "icon-cell");
        Tooltip.install(cell, new Tip(icon.name().toLowerCase(Locale.ROOT).replace('_', ' ')));
        return cell;
    }
}
