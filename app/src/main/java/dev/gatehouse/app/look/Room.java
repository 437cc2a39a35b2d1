package dev.gatehouse.app.look;

import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;

/** How much room a window gives: its width measured in its own text, so that larger text makes the same window narrow. */
public final class Room {
    /** Below this width (px at scale 1) details lie over lists, paddings shrink and the navigation shows icons. */
    private static final double NARROW = 1200;

    private Room() {}

    /** Whether the window around a node is narrow; not while there is none. */
    public static ObservableValue<Boolean> narrow(Node node) {
        return node.sceneProperty()
                .flatMap(scene -> scene.rootProperty()
                        .flatMap(root -> Bindings.createBooleanBinding(
                                () -> narrow(scene.getWidth(), Scale.of(root.getStyleClass())),
                                scene.widthProperty(),
                                root.getStyleClass())))
                .orElse(false);
    }

    /** Whether this many px are narrow at a scale. */
    static boolean narrow(double width, Scale scale) {
        return width < NARROW * scale.factor();
    }
}
