package dev.gatehouse.app.screen.upstreams;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.app.client.Discovery;
import dev.gatehouse.app.client.LiveFrame;
import dev.gatehouse.app.discovery.DiscoveryWords;
import dev.gatehouse.app.forced.ForceWords;
import dev.gatehouse.app.look.Status;
import dev.gatehouse.app.text.Texts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
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
        Discovery discovery = live == null ? null : live.discovery();
        String source = DiscoveryWords.source(drafted.path("discovery"));
        List<TargetRow> targets = targets(name, drafted.path("targets"), source, live);
        boolean fails = discovery != null && discovery.problem() != null;
        return new UpstreamRow(
                name,
                isOpen(live) ? Status.BAD : status(targets, fails),
                isOpen(live) ? Texts.get("upstreams.state.circuit") : words(targets, fails),
                change,
                targets,
                recent.pace(name),
                live == null ? 0 : live.inFlight(),
                live == null ? null : live.pool(),
                live == null ? null : live.retries(),
                live == null ? null : live.circuit(),
                source,
                discovery);
    }

    private static boolean isOpen(LiveFrame.@Nullable Numbers live) {
        LiveFrame.Circuit circuit = live == null ? null : live.circuit();
        return circuit != null && !circuit.isClosed();
    }

    private List<TargetRow> targets(
            String upstream, JsonNode drafted, String source, LiveFrame.@Nullable Numbers live) {
        Map<String, LiveFrame.Target> running = new LinkedHashMap<>();
        if (live != null) {
            live.targets().forEach(target -> running.put(target.address(), target));
        }
        List<TargetRow> rows = new ArrayList<>();
        for (int place = 0; place < drafted.size(); place++) {
            JsonNode target = drafted.get(place);
            String address = target.path("address").asText();
            int weight = target.path("weight").asInt(1);
            rows.add(configured(upstream, place, address, weight, running.remove(address)));
        }
        for (LiveFrame.Target left : running.values()) {
            // The draft says nothing of what is found: it stays as long as the draft looks for something.
            boolean pending = !left.found() || source.isEmpty();
            rows.add(target(upstream, -1, left.address(), left.weight(), pending, left));
        }
        return rows;
    }

    private TargetRow configured(
            String upstream, int place, String address, int weight, LiveFrame.@Nullable Target live) {
        boolean pending = live == null || live.drained() != (weight == 0);
        return target(upstream, place, address, weight, pending, live);
    }

    private TargetRow target(
            String upstream, int place, String address, int weight, boolean pending, LiveFrame.@Nullable Target live) {
        Status status = status(live);
        return new TargetRow(
                place,
                live != null && place < 0 && live.found(),
                address,
                weight,
                status,
                state(live),
                live == null || live.reason() == null ? "" : live.reason(),
                weight == 0,
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

    private static Status status(List<TargetRow> targets, boolean fails) {
        if (!fails) {
            return status(targets);
        }
        return targets.stream().anyMatch(target -> !target.isOut()) ? Status.ATTENTION : Status.BAD;
    }

    private static String words(List<TargetRow> targets, boolean fails) {
        boolean worse = targets.stream().anyMatch(TargetRow::isOut);
        return fails && !worse ? Texts.get("upstreams.state.discovery") : words(targets);
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
