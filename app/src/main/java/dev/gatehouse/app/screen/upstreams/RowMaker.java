package dev.gatehouse.app.screen.upstreams;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.app.client.LiveFrame;
import dev.gatehouse.app.forced.ForceWords;
import dev.gatehouse.app.look.Status;
import dev.gatehouse.app.text.Texts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Brings together what the draft says of upstreams and what the live frames do. */
final class RowMaker {
    private final Recent recent;

    RowMaker(Recent recent) {
        this.recent = recent;
    }

    /**
     * One upstream.
     *
     * @param drafted as in the draft; missing if it was taken out
     */
    UpstreamRow row(String name, JsonNode drafted, String change) {
        LiveFrame.Numbers live = recent.latest(name);
        List<TargetRow> targets = targets(name, drafted.path("targets"), live);
        return new UpstreamRow(
                name,
                isOpen(live) ? Status.BAD : status(targets),
                isOpen(live) ? Texts.get("upstreams.state.circuit") : words(targets),
                change,
                targets,
                recent.pace(name),
                live == null ? 0 : live.inFlight(),
                live == null ? null : live.pool(),
                live == null ? null : live.retries(),
                live == null ? null : live.circuit());
    }

    private static boolean isOpen(LiveFrame.@Nullable Numbers live) {
        LiveFrame.Circuit circuit = live == null ? null : live.circuit();
        return circuit != null && !circuit.isClosed();
    }

    private List<TargetRow> targets(String upstream, JsonNode drafted, LiveFrame.@Nullable Numbers live) {
        Map<String, LiveFrame.Target> running = new HashMap<>();
        if (live != null) {
            live.targets().forEach(target -> running.put(target.address(), target));
        }
        List<TargetRow> rows = new ArrayList<>();
        for (int place = 0; place < drafted.size(); place++) {
            JsonNode target = drafted.get(place);
            String address = target.path("address").asText();
            int weight = target.path("weight").asInt(1);
            rows.add(target(upstream, place, address, weight, running.remove(address)));
        }
        running.values().forEach(left -> rows.add(target(upstream, -1, left.address(), left.weight(), left)));
        return rows;
    }

    private TargetRow target(String upstream, int place, String address, int weight, LiveFrame.@Nullable Target live) {
        boolean drained = weight == 0;
        boolean pending = live == null || place < 0 || live.drained() != drained;
        Status status = status(live);
        return new TargetRow(
                place,
                address,
                weight,
                status,
                state(live),
                live == null || live.reason() == null ? "" : live.reason(),
                drained,
                live == null ? null : live.forced(),
                live != null,
                pending,
                recent.pace(upstream, address),
                live == null ? 0 : live.inFlight());
    }

    private static Status status(LiveFrame.@Nullable Target live) {
        if (live == null) {
            return Status.OFF;
        }
        if (live.forced() != null) {
            return Status.ATTENTION;
        }
        if (live.drained()) {
            return live.inFlight() > 0 ? Status.WAITING : Status.OFF;
        }
        return switch (live.health()) {
            case "up" -> Status.GOOD;
            case "down" -> Status.BAD;
            default -> Status.OFF;
        };
    }

    private static String state(LiveFrame.@Nullable Target live) {
        if (live == null) {
            return Texts.get("upstreams.state.unknown");
        }
        if (live.forced() != null) {
            return ForceWords.state(live.forced());
        }
        if (live.drained()) {
            return Texts.get(live.inFlight() > 0 ? "upstreams.state.draining" : "upstreams.state.drained");
        }
        return switch (live.health()) {
            case "up" -> Texts.get("upstreams.state.up");
            case "down" -> Texts.get("upstreams.state.down");
            default -> Texts.get("upstreams.state.unknown");
        };
    }

    private static Status status(List<TargetRow> targets) {
        long down = targets.stream().filter(TargetRow::isOut).count();
        if (down > 0) {
            return down == targets.size() ? Status.BAD : Status.ATTENTION;
        }
        if (count(targets, Status.ATTENTION) > 0) {
            return Status.ATTENTION;
        }
        return count(targets, Status.GOOD) > 0 ? Status.GOOD : Status.OFF;
    }

    private static String words(List<TargetRow> targets) {
        return switch (status(targets)) {
            case BAD -> Texts.get("upstreams.state.down");
            case ATTENTION ->
                Texts.get(
                        targets.stream().anyMatch(target -> target.status() == Status.BAD)
                                ? "upstreams.state.degraded"
                                : "upstreams.state.forced");
            case GOOD -> Texts.get("upstreams.state.healthy");
            default -> Texts.get("upstreams.state.unknown");
        };
    }

    private static long count(List<TargetRow> targets, Status status) {
        return targets.stream().filter(target -> target.status() == status).count();
    }
}
