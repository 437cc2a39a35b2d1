package dev.gatehouse.app.screen.upstreams;

import dev.gatehouse.app.look.Tip;
import dev.gatehouse.app.text.Texts;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** What can be said of a target at once, without the draft: for a while, or until it is released. */
final class ForceMenu extends MenuButton {
    private static final String WHILE = "10m";

    private final UpstreamsViewModel model;
    private @Nullable TargetRow target;

    ForceMenu(UpstreamsViewModel model) {
        super(Texts.get("force.menu"));
        this.model = model;
        setTooltip(new Tip(Texts.get("force.menu.help")));
        setMinWidth(Region.USE_PREF_SIZE);
        getItems()
                .setAll(
                        item("force.drain.while", "drain", WHILE),
                        item("force.drain.open", "drain", ""),
                        new SeparatorMenuItem(),
                        item("force.down.while", "down", WHILE),
                        item("force.down.open", "down", ""),
                        new SeparatorMenuItem(),
                        item("force.up.while", "up", WHILE),
                        item("force.up.open", "up", ""));
    }

    /** Is for this target. */
    void show(TargetRow row) {
        target = row;
        setAccessibleText(Texts.get("force.menu.of", row.address()));
    }

    private MenuItem item(String key, String state, String length) {
        MenuItem item = new MenuItem(Texts.get(key));
        item.setOnAction(event -> {
            if (target != null) {
                model.force(target, state, length);
            }
        });
        return item;
    }
}
