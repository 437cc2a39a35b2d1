package dev.gatehouse.app.screen.routes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.app.draft.Edit;
import dev.gatehouse.app.draft.ObjectKey;
import dev.gatehouse.app.effect.Rollout;
import dev.gatehouse.app.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The usual next steps of a rollout, each an edit of the draft. */
final class Moves {
    /** What the newcomer gains with each step. */
    private static final double STEP = 0.1;

    /** Of how many requests copies are usual. */
    private static final double[] COPIES = {0.1, 0.5, 1};

    /**
     * A step.
     *
     * @param then the field to go on with; empty for none
     */
    record Move(String words, Edit edit, String then) {}

    private final ObjectKey key;
    private final ObjectNode forward;
    private final Rollout rollout;
    private final List<String> upstreams;

    private Moves(ObjectKey key, ObjectNode forward, Rollout rollout, List<String> upstreams) {
        this.key = key;
        this.forward = forward;
        this.rollout = rollout;
        this.upstreams = upstreams;
    }

    /**
     * Of a route; null while its split is not a list of parts.
     *
     * @param upstreams the names of all that there are
     */
    static @Nullable Moves of(ObjectKey key, ObjectNode forward, Rollout rollout, List<String> upstreams) {
        for (JsonNode share : forward.path("split")) {
            if (!share.isObject()) {
                return null;
            }
        }
        return new Moves(key, forward, rollout, upstreams);
    }

    /** On the way to the newcomer, which is the last part: some more, all, and nothing else any more. */
    List<Move> forth() {
        return rollout.parts().size() < 2 ? List.of() : towards(rollout.parts().getLast());
    }

    /** The same for the other parts. */
    List<Move> back() {
        List<Move> moves = new ArrayList<>();
        rollout.parts().reversed().stream().skip(1).forEach(part -> moves.addAll(towards(part)));
        return moves;
    }

    /** Who can be given those requests that ask for it. */
    List<Move> canaries() {
        String first = rollout.parts().getFirst().upstream();
        return upstreams.stream()
                .filter(name -> !name.equals(first)
                        && rollout.rules().stream()
                                .noneMatch(rule -> rule.upstream().equals(name)))
                .map(this::canary)
                .toList();
    }

    /** Who can take a part of what one upstream takes alone, or of the split that there is. */
    List<Move> others() {
        return upstreams.stream()
                .filter(name -> rollout.parts().stream()
                        .noneMatch(part -> part.upstream().equals(name)))
                .map(name -> share(name, STEP, name))
                .toList();
    }

    /** Who can get copies and of how many, or the end of it. */
    List<Move> mirrors() {
        Rollout.Mirror now = rollout.mirror();
        if (now == null) {
            return upstreams.stream()
                    .filter(name -> rollout.parts().stream()
                            .noneMatch(part -> part.upstream().equals(name)))
                    .map(name -> mirror(name, STEP, Texts.get("routes.move.mirror.to", name)))
                    .toList();
        }
        List<Move> moves = new ArrayList<>();
        for (double share : COPIES) {
            if (share != now.share()) {
                String words = Texts.get("routes.move.mirror.share", RouteWords.percent(share), now.upstream());
                moves.add(mirror(now.upstream(), share, words));
            }
        }
        Edit end = Edit.remove(key, "/forward/mirror", Texts.get("routes.move.edit.mirror.end", key.name()));
        moves.add(new Move(Texts.get("routes.move.mirror.end"), end, ""));
        return moves;
    }

    private Move mirror(String name, double share, String words) {
        JsonNode now = forward.path("mirror");
        ObjectNode mirror = now.isObject() ? now.deepCopy() : JsonNodeFactory.instance.objectNode();
        mirror.put("upstream", name).put("share", Math.round(share * 100) + "%");
        String title = Texts.get("routes.move.edit.mirror", RouteWords.percent(share), key.name(), name);
        return new Move(words, Edit.set(key, "/forward/mirror", mirror, title), "");
    }

    private List<Move> towards(Rollout.Part part) {
        String name = part.upstream();
        if (part.share() < 1) {
            return List.of(
                    share(name, part.share() + STEP, Texts.get("routes.move.shift", name)),
                    new Move(
                            Texts.get("routes.move.all", name),
                            weights(name, 1, Texts.get("routes.move.edit.all", name, key.name())),
                            ""));
        }
        boolean free = rollout.rules().stream().allMatch(rule -> rule.upstream().equals(name));
        return free ? List.of(new Move(Texts.get("routes.move.finish", name), only(name), "")) : List.of();
    }

    private Move share(String name, double share, String words) {
        double rounded = Math.min(1, Math.round(share * 1000) / 1000.0);
        String title = Texts.get("routes.move.edit.share", name, RouteWords.percent(rounded), key.name());
        return new Move(words, weights(name, rounded, title), "");
    }

    private Move canary(String name) {
        ArrayNode split = split();
        ObjectNode share = share(split, name);
        ObjectNode when = share.putObject("when");
        when.putObject("headers").put("x-canary", "yes");
        String title = Texts.get("routes.move.edit.canary", name, key.name());
        return new Move(name, set(split, title), "/forward/split/" + index(split, name) + "/when/headers");
    }

    private Edit weights(String name, double share, String title) {
        ArrayNode split = split();
        share(split, name);
        List<Integer> now = new ArrayList<>();
        split.forEach(each -> now.add(each.path("weight").asInt(1)));
        List<Integer> then = Weights.with(now, index(split, name), share);
        for (int i = 0; i < then.size(); i++) {
            ((ObjectNode) split.get(i)).put("weight", then.get(i));
        }
        return set(split, title);
    }

    /** One upstream alone: what only a split has goes. */
    private Edit only(String name) {
        ObjectNode next = JsonNodeFactory.instance.objectNode().put("upstream", name);
        forward.properties().forEach(each -> next.set(each.getKey(), each.getValue()));
        next.put("upstream", name).remove(List.of("split", "sticky"));
        return Edit.set(key, "/forward", next, Texts.get("routes.move.edit.finish", name, key.name()));
    }

    private Edit set(ArrayNode split, String title) {
        if (forward.has("split")) {
            return Edit.set(key, "/forward/split", split, title);
        }
        ObjectNode next = JsonNodeFactory.instance.objectNode();
        next.set("split", split);
        forward.properties().forEach(each -> next.set(each.getKey(), each.getValue()));
        next.remove("upstream");
        return Edit.set(key, "/forward", next, title);
    }

    /** The split as it is, as its caller's; of one upstream alone, one with one part. */
    private ArrayNode split() {
        if (forward.path("split") instanceof ArrayNode split) {
            return split.deepCopy();
        }
        ArrayNode split = JsonNodeFactory.instance.arrayNode();
        split.addObject().put("upstream", forward.path("upstream").asText()).put("weight", 100);
        return split;
    }

    /** An upstream's part, which is added without a weight if there is none. */
    private static ObjectNode share(ArrayNode split, String name) {
        int index = index(split, name);
        return index < 0
                ? split.addObject().put("upstream", name).put("weight", 0)
                : (ObjectNode) Objects.requireNonNull(split.get(index));
    }

    private static int index(ArrayNode split, String name) {
        for (int i = 0; i < split.size(); i++) {
            JsonNode share = split.get(i);
            if (share.path("upstream").asText().equals(name)) {
                return i;
            }
        }
        return -1;
    }
}
