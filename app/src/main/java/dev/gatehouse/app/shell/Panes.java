package dev.gatehouse.app.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.SplitPane;
import org.jspecify.annotations.Nullable;

/**
 * The panes of the window, among which F6 moves: navigation, what a screen's splits divide (or the screen as a whole), and
 * the bars. A pane that was left gets the focus back where it was.
 */
final class Panes {
    private final List<? extends Parent> frame;
    private final Parent content;
    private final Map<Node, Node> last = new WeakHashMap<>();

    /**
     * Panes.
     *
     * @param frame what stands around the content, in the order in which it is visited after it
     */
    Panes(Parent content, List<? extends Parent> frame) {
        this.content = content;
        this.frame = frame;
    }

    /** Moves the focus to the next pane, or the one before. */
    void move(int by) {
        List<Parent> all = all();
        Node owner = content.getScene().getFocusOwner();
        int here = -1;
        for (int i = 0; i < all.size(); i++) {
            if (isIn(owner, all.get(i))) {
                here = i;
            }
        }
        if (here >= 0 && owner != null) {
            last.put(all.get(here), owner);
        }
        for (int step = 1; step <= all.size(); step++) {
            int at = here < 0 && by < 0 ? all.size() - step : here + by * step;
            Parent pane = all.get(Math.floorMod(at, all.size()));
            Node target = target(pane);
            if (target != null) {
                target.requestFocus();
                return;
            }
        }
    }

    private List<Parent> all() {
        List<Parent> all = new ArrayList<>();
        split(content, all);
        if (all.isEmpty()) {
            all.add(content);
        }
        all.addAll(frame);
        return all;
    }

    private static void split(Node node, List<Parent> panes) {
        if (!node.isVisible()) {
            return;
        }
        if (node instanceof SplitPane splits) {
            splits.getItems().forEach(item -> {
                int before = panes.size();
                split(item, panes);
                if (panes.size() == before && item instanceof Parent parent) {
                    panes.add(parent);
                }
            });
        } else if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> split(child, panes));
        }
    }

    private @Nullable Node target(Parent pane) {
        Node before = last.get(pane);
        if (before != null && isIn(before, pane) && canFocus(before)) {
            return before;
        }
        return first(pane);
    }

    private static @Nullable Node first(Node node) {
        if (!node.isVisible() || node.isDisabled()) {
            return null;
        }
        if (node.isFocusTraversable()) {
            return node;
        }
        if (node instanceof Parent parent) {
            for (Node child : parent.getChildrenUnmodifiable()) {
                Node found = first(child);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    private static boolean canFocus(Node node) {
        return node.isFocusTraversable() && !node.isDisabled() && node.getScene() != null;
    }

    private static boolean isIn(@Nullable Node node, Parent pane) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (each.equals(pane)) {
                return true;
            }
        }
        return false;
    }
}
