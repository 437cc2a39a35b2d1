package dev.gatehouse.app.look;

/** An icon as a node: 16 px in controls; the classes {@code icon-navigation} and {@code icon-large} make it 20 and 32. */
public final class IconView extends Drawing {
    private Icon icon;

    /** Shows an icon. */
    public IconView(Icon icon) {
        super(16, "icon");
        this.icon = icon;
        draw(icon.path());
    }

    /** For FXML, which sets the icon after. */
    public IconView() {
        this(Icon.MORE);
    }

    /** The icon shown. */
    public Icon getIcon() {
        return icon;
    }

    /** Shows another icon. */
    public void setIcon(Icon icon) {
        this.icon = icon;
        draw(icon.path());
    }
}
