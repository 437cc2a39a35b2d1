package dev.gatehouse.app.screen.routes;

import dev.gatehouse.app.effect.Rollout;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The path of a request: its stops one under the other. ↑ and ↓ choose, Enter goes into the form. */
final class StopColumn extends VBox {
    private final Designer designer;
    private final Runnable edit;
    private final Map<String, StopNode> nodes = new HashMap<>();
    private List<String> order = List.of();
    private List<Rollout.Mirror> branches = List.of();

    /**
     * A column.
     *
     * @param edit puts the focus into the form
     */
    StopColumn(Designer designer, Runnable edit) {
        this.designer = designer;
        this.edit = edit;
        getStyleClass().add("stops");
        designer.stopsProperty().subscribe(this::show);
        designer.chosenProperty().subscribe(this::select);
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    void focus() {
        StopNode node = nodes.get(designer.chosen().id());
        if (node != null) {
            node.requestFocus();
        }
    }

    private void show(List<Stop> stops) {
        List<String> now = stops.stream().map(Stop::id).toList();
        List<Rollout.Mirror> aside = stops.stream()
                .map(Stop::rollout)
                .filter(Objects::nonNull)
                .map(Rollout::mirror)
                .filter(Objects::nonNull)
                .toList();
        stops.forEach(stop -> nodes.computeIfAbsent(stop.id(), this::node).show(stop));
        if (!now.equals(order) || !aside.equals(branches)) {
            order = now;
            branches = aside;
            getChildren().setAll(arranged(stops));
        }
        select(designer.chosenProperty().get());
    }

    private List<Node> arranged(List<Stop> stops) {
        List<Node> children = new ArrayList<>();
        for (Stop stop : stops) {
            if (!children.isEmpty()) {
                Region line = new Region();
                line.getStyleClass().add(stop.id().equals("about") ? "stop-gap" : "stop-line");
                children.add(line);
            }
            children.add(nodes.get(stop.id()));
            Rollout rollout = stop.rollout();
            if (rollout != null && rollout.mirror() != null) {
                BranchNode branch = new BranchNode(rollout.mirror());
                branch.setOnMousePressed(event -> designer.edit("/forward/mirror/upstream"));
                children.add(branch);
            }
        }
        return children;
    }

    private StopNode node(String id) {
        StopNode node = new StopNode(id);
        node.setOnMousePressed(event -> {
            node.requestFocus();
            designer.choose(id);
        });
        node.focusedProperty().addListener((property, before, now) -> {
            if (now) {
                designer.choose(id);
            }
        });
        return node;
    }

    private void select(String id) {
        nodes.values().forEach(node -> node.select(node.stop().equals(id)));
    }

    private void pressed(KeyEvent event) {
        int by = switch (event.getCode()) {
            case UP -> -1;
            case DOWN -> 1;
            default -> 0;
        };
        if (by != 0 && !event.isAltDown()) {
            int to = order.indexOf(designer.chosen().id()) + by;
            StopNode next = to < 0 || to >= order.size() ? null : nodes.get(order.get(to));
            if (next != null) {
                next.requestFocus();
            }
            event.consume();
        } else if (event.getCode() == javafx.scene.input.KeyCode.ENTER) {
            edit.run();
            event.consume();
        }
    }
}
