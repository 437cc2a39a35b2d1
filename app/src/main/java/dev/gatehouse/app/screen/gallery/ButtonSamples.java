package dev.gatehouse.app.screen.gallery;

import static dev.gatehouse.app.screen.gallery.Sample.force;
import static dev.gatehouse.app.screen.gallery.Sample.state;
import static dev.gatehouse.app.screen.gallery.Sample.styled;

import atlantafx.base.controls.ToggleSwitch;
import dev.gatehouse.app.chart.Span;
import dev.gatehouse.app.look.Icon;
import dev.gatehouse.app.look.IconView;
import dev.gatehouse.app.look.SegmentRow;
import dev.gatehouse.app.text.Texts;
import java.util.List;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleButton;

/** Buttons and choices. */
final class ButtonSamples {
    private ButtonSamples() {}

    static List<Sample> all() {
        return List.of(buttons(), iconButtons(), choices());
    }

    private static Sample buttons() {
        return new Sample(
                "gallery.buttons",
                9,
                state("gallery.state.normal", three()),
                state("gallery.state.hover", forced("hover")),
                state("gallery.state.focus", forced("focused", "focus-visible")),
                state("gallery.state.pressed", forced("armed")),
                state("gallery.state.disabled", disabled(three())),
                state("gallery.state.danger", styled(button("gallery.button.danger"), "danger"), link()));
    }

    private static Node[] three() {
        return new Node[] {
            styled(button("gallery.button.primary"), "accent"),
            button("gallery.button.usual"),
            styled(button("gallery.button.flat"), "flat")
        };
    }

    private static Node[] forced(String... states) {
        Node[] nodes = three();
        for (Node node : nodes) {
            force(node, states);
        }
        return nodes;
    }

    private static Node[] disabled(Node... nodes) {
        for (Node node : nodes) {
            node.setDisable(true);
        }
        return nodes;
    }

    private static Button button(String key) {
        return new Button(Texts.get(key));
    }

    private static Hyperlink link() {
        return new Hyperlink(Texts.get("gallery.button.link"));
    }

    private static Sample iconButtons() {
        MenuButton menu = new MenuButton(Texts.get("gallery.button.menu"));
        menu.getItems().add(new MenuItem(Texts.get("gallery.button.usual")));
        ToggleButton on = new ToggleButton(Texts.get("gallery.button.live"), new IconView(Icon.PAUSE));
        on.setSelected(true);
        SegmentRow spans = new SegmentRow();
        spans.join(Span.class, value -> Texts.get(value.key()), new SimpleObjectProperty<>(Span.MINUTE));
        return new Sample(
                "gallery.icon-buttons",
                4,
                state("gallery.state.normal", icon(Icon.BELL), icon(Icon.THEME), icon(Icon.MORE), menu),
                state(
                        "gallery.state.hover",
                        force(icon(Icon.BELL), "hover"),
                        force(icon(Icon.THEME), "focused", "focus-visible")),
                state("gallery.state.chosen", on, new ToggleButton(Texts.get("gallery.button.live"))),
                state("gallery.segments", spans));
    }

    private static Button icon(Icon icon) {
        return styled(new Button(null, new IconView(icon)), "flat", "icon-only");
    }

    private static Sample choices() {
        CheckBox some = new CheckBox(Texts.get("gallery.choice.some"));
        some.setAllowIndeterminate(true);
        some.setIndeterminate(true);
        CheckBox on = check(true);
        CheckBox focused = force(check(true), "focused", "focus-visible");
        CheckBox off = check(false);
        CheckBox disabled = check(true);
        disabled.setDisable(true);
        RadioButton chosen = new RadioButton(Texts.get("gallery.choice.on"));
        chosen.setSelected(true);
        ToggleSwitch switched = new ToggleSwitch(Texts.get("gallery.choice.on"));
        switched.setSelected(true);
        return new Sample(
                "gallery.choices",
                5,
                state("gallery.check-box", off, on, some),
                state("gallery.state.focus", focused, disabled),
                state("gallery.radio", new RadioButton(Texts.get("gallery.choice.off")), chosen),
                state("gallery.switch", new ToggleSwitch(Texts.get("gallery.choice.off")), switched));
    }

    private static CheckBox check(boolean selected) {
        CheckBox box = new CheckBox(Texts.get(selected ? "gallery.choice.on" : "gallery.choice.off"));
        box.setSelected(selected);
        return box;
    }
}
