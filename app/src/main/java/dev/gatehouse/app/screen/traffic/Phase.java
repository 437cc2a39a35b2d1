package dev.gatehouse.app.screen.traffic;

import dev.gatehouse.app.client.Call;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A part of a call's time.
 *
 * @param begin the event that it begins with
 * @param end the event that it ends with
 * @param from milliseconds after the call's beginning
 */
record Phase(String begin, String end, double from, double to) {
    /** The parts of a call, in order. */
    static List<Phase> of(Call call) {
        List<Phase> phases = new ArrayList<>();
        List<Call.Mark> marks = call.timeline().stream()
                .sorted(Comparator.comparingDouble(Call.Mark::at))
                .toList();
        for (int i = 1; i < marks.size(); i++) {
            phases.add(new Phase(
                    marks.get(i - 1).event(),
                    marks.get(i).event(),
                    marks.get(i - 1).at(),
                    marks.get(i).at()));
        }
        return phases;
    }

    double length() {
        return to - from;
    }

    /** The key of what happens in it; the event's own name where this console does not know it. */
    String key() {
        return switch (end) {
            case "routed" -> "traffic.phase.routed";
            case "connected" -> "traffic.phase.connected";
            case "request-sent" -> "traffic.phase.request-sent";
            case "response-head" -> "traffic.phase.response-head";
            case "ended" -> begin.equals("response-head") ? "traffic.phase.ended" : "traffic.phase.answered";
            default -> "";
        };
    }
}
