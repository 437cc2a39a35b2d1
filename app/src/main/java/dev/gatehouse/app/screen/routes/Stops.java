package dev.gatehouse.app.screen.routes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.app.client.LiveFrame;
import dev.gatehouse.app.draft.Draft;
import dev.gatehouse.app.effect.Rollout;
import dev.gatehouse.app.form.ChoicePart;
import dev.gatehouse.app.form.FormModel;
import dev.gatehouse.app.form.GroupPart;
import dev.gatehouse.app.form.ItemsPart;
import dev.gatehouse.app.form.Kind;
import dev.gatehouse.app.form.Part;
import dev.gatehouse.app.look.Status;
import dev.gatehouse.app.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The stops of a route, made of its form's parts: where it comes in, what it matches, each object or list of steps that the
 * schema has beside, where it ends, and last what it says of itself.
 */
final class Stops {
    private final Draft draft;
    private final JsonNode route;
    private final @Nullable LiveFrame now;
    private final List<String> faults;

    private Stops(Draft draft, JsonNode route, @Nullable LiveFrame now, List<String> faults) {
        this.draft = draft;
        this.route = route;
        this.now = now;
        this.faults = faults;
    }

    /**
     * The stops of a form's route.
     *
     * @param faults that are injected where it ends
     */
    static List<Stop> of(
            FormModel form, Draft draft, @Nullable ObjectNode route, @Nullable LiveFrame now, List<String> faults) {
        return new Stops(draft, route == null ? MissingNode.getInstance() : route, now, faults).make(form.root());
    }

    private List<Stop> make(GroupPart root) {
        List<Stop> path = new ArrayList<>();
        List<Stop> ends = new ArrayList<>();
        List<Part> about = new ArrayList<>();
        for (Part part : root.parts()) {
            if (part instanceof GroupPart group && part.field().name().equals("match")) {
                List<Part> listeners = listeners(group);
                List<Part> rest = new ArrayList<>(group.parts());
                rest.removeAll(listeners);
                if (!listeners.isEmpty()) {
                    path.add(stop("listener", Texts.get("routes.stop.listener"), "", listeners, listeners()));
                }
                path.add(stop("match", group.field().title(), group.field().help(), rest, match()));
            } else if (part instanceof ChoicePart) {
                ends.add(stop(part.field().name(), part.field().title(), "", List.of(part), destination()));
            } else if (part instanceof GroupPart
                    || (part instanceof ItemsPart items && !items.each().kind().isSingle())) {
                path.add(stop(
                        part.field().name(), part.field().title(), part.field().help(), List.of(part), List.of()));
            } else {
                about.add(part);
            }
        }
        path.addAll(ends);
        path.add(stop("about", Texts.get("routes.stop.about"), root.shape().help(), about, about()));
        return path;
    }

    private Stop stop(String id, String title, String help, List<Part> parts, List<String> lines) {
        boolean changed = parts.stream().anyMatch(part -> part.changedProperty().get());
        boolean problem = parts.stream().anyMatch(Stops::isWrong);
        boolean end = id.equals("forward");
        return new Stop(
                id,
                title,
                help,
                parts,
                lines,
                end ? Rollout.of(route) : null,
                end ? faults : List.of(),
                end ? targets() : List.of(),
                changed,
                problem);
    }

    private static boolean isWrong(Part part) {
        return !part.problemProperty().get().isEmpty()
                || part.children().stream().anyMatch(Stops::isWrong);
    }

    private static List<Part> listeners(GroupPart match) {
        return match.parts().stream()
                .filter(part -> part.field().kind() instanceof Kind.Items items
                        && items.each().kind() instanceof Kind.Reference reference
                        && reference.collection().equals("listeners"))
                .toList();
    }

    private List<String> listeners() {
        List<String> names = RouteWords.list(route.path("match").path("listeners"));
        if (names.isEmpty()) {
            return List.of(Texts.get("routes.stop.listener.every"));
        }
        return names.stream()
                .map(name -> {
                    JsonNode listener = draft.tree().path("listeners").path(name);
                    String port =
                            listener.has("port") ? " :" + listener.path("port").asText() : "";
                    return name + port;
                })
                .toList();
    }

    private List<String> match() {
        JsonNode match = route.path("match");
        List<String> methods = RouteWords.list(match.path("methods"));
        List<String> lines = new ArrayList<>();
        lines.add((methods.isEmpty() ? Texts.get("routes.stop.match.any") : String.join(", ", methods)) + "  "
                + match.path("path").asText("/**"));
        lines.addAll(RouteWords.list(match.path("hosts")));
        String extras = RouteWords.extras(match);
        if (!extras.isEmpty()) {
            lines.add(extras);
        }
        return lines;
    }

    private List<String> destination() {
        return Rollout.of(route) == null ? List.of(RouteWords.destination(route)) : List.of();
    }

    private List<String> about() {
        String title = route.path("title").asText("");
        return title.isEmpty() ? List.of() : List.of(title);
    }

    private List<Stop.Target> targets() {
        Rollout rollout = Rollout.of(route);
        List<Stop.Target> targets = new ArrayList<>();
        for (Rollout.Part part : rollout == null ? List.<Rollout.Part>of() : rollout.parts()) {
            String name = part.upstream();
            Map<String, Status> health = health(name);
            for (JsonNode target : draft.tree().path("upstreams").path(name).path("targets")) {
                String address = target.path("address").asText();
                targets.add(new Stop.Target(address, health.getOrDefault(address, Status.OFF)));
            }
            targets.addAll(found(name));
        }
        return targets.stream().distinct().limit(12).toList();
    }

    /** What discovery has found, as long as the draft looks for something. */
    private List<Stop.Target> found(String upstream) {
        return draft.tree().path("upstreams").path(upstream).has("discovery")
                ? running(upstream)
                        .filter(LiveFrame.Target::found)
                        .map(each -> new Stop.Target(each.address(), status(each)))
                        .toList()
                : List.of();
    }

    private Map<String, Status> health(String upstream) {
        return running(upstream)
                .collect(Collectors.toMap(LiveFrame.Target::address, Stops::status, (one, other) -> one));
    }

    private Stream<LiveFrame.Target> running(String upstream) {
        LiveFrame frame = now;
        return frame == null
                ? Stream.empty()
                : frame.upstreams().stream()
                        .filter(each -> each.name().equals(upstream))
                        .flatMap(each -> each.targets().stream());
    }

    private static Status status(LiveFrame.Target target) {
        return switch (target.health()) {
            case "up" -> Status.GOOD;
            case "down" -> Status.BAD;
            default -> Status.OFF;
        };
    }
}
