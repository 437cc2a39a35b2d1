package dev.gatehouse.app.look;

import javafx.beans.NamedArg;

/** An icon as a node: 16 px in controls; the classes {@code icon-navigation} and {@code icon-large} make it 20 and 32. */
public final class IconView extends Drawing {
    /** Shows an icon. */
    public IconView(@NamedArg("icon") Icon icon) {
        super(16, "icon");
        draw(icon.path());
    }
}
