package dev.gatehouse.app.screen.overview;

import dev.gatehouse.app.client.LiveFrame;
import dev.gatehouse.app.client.LiveFrame.ByClass;
import dev.gatehouse.app.client.LiveFrame.Numbers;
import dev.gatehouse.app.client.LiveFrame.Target;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Frames for tests. */
final class Frames {
    static final Instant START = Instant.parse("2026-05-12T10:00:00Z");

    private Frames() {}

    /** A quiet second: so many requests, all good. */
    static LiveFrame good(int second, long requests) {
        return frame(second, numbers("", requests, 0, 20), List.of(), List.of(), 0);
    }

    static LiveFrame frame(int second, Numbers total, List<Numbers> routes, List<Numbers> upstreams, long dropped) {
        return new LiveFrame(START.plusSeconds(second), 42, total, routes, upstreams, dropped, null);
    }

    static Numbers numbers(String name, long requests, long errors, double p95, Target... targets) {
        return new Numbers(
                name,
                requests,
                errors,
                new ByClass(requests - errors, 0, 0, errors, 0),
                requests / 10,
                p95 / 3,
                p95,
                p95 * 2,
                List.of(targets));
    }

    /** Fifteen minutes of a shop, with a wave, an outage and a hole. */
    static List<LiveFrame> shop() {
        List<LiveFrame> frames = new ArrayList<>();
        for (int second = 0; second < 900; second++) {
            if (second > 780 && second < 800) {
                continue;
            }
            long requests = Math.round(900 + 300 * Math.sin(second / 60.0) + 40 * Math.sin(second * 1.7));
            long errors = second > 820 && second < 850 ? requests / 9 : requests / 250;
            double p95 = 38 + 14 * Math.sin(second / 45.0) + 5 * Math.sin(second * 2.3);
            Numbers total = new Numbers(
                    null,
                    requests,
                    errors,
                    new ByClass(requests * 9 / 10 - errors, requests / 25, requests * 3 / 50, errors, 0),
                    requests / 15,
                    p95 / 4,
                    p95,
                    p95 * 2.2,
                    null);
            List<Numbers> routes = List.of(
                    numbers("products", requests * 6 / 10, 1, 31),
                    numbers("orders", requests * 3 / 10, errors, 88),
                    numbers("payments", requests / 10, 0, 140));
            Target up = new Target("127.0.0.1:9101", "up");
            List<Numbers> upstreams = List.of(
                    numbers("catalog", requests * 6 / 10, 1, 22, up, up, new Target("127.0.0.1:9103", "down")),
                    numbers("orders", requests * 3 / 10, errors, 71, up, up),
                    numbers("payments", requests / 10, 0, 90, new Target("127.0.0.1:9105", "unknown")));
            frames.add(frame(second, total, routes, upstreams, 0));
        }
        return frames;
    }
}
