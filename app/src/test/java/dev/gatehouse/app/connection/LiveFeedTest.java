package dev.gatehouse.app.connection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.app.client.LiveFrame;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LiveFeedTest {
    private static final Instant START = Instant.parse("2026-05-12T10:00:00Z");

    private final LiveFeed feed =
            new LiveFeed(URI.create("http://127.0.0.1:1"), "token", Runnable::run, InstantSource.system());
    private final List<Integer> told = new ArrayList<>();

    @AfterEach
    void close() {
        feed.close();
    }

    @Test
    void who_comes_late_gets_what_is_remembered_at_once() {
        feed.arrived(List.of(frame(1), frame(2)));
        listen();
        feed.arrived(List.of(frame(3)));
        assertThat(told).containsExactly(1, 2, 3);
    }

    @Test
    void the_same_second_never_comes_twice() {
        listen();
        feed.arrived(List.of(frame(1), frame(2)));
        feed.arrived(List.of(frame(1), frame(2), frame(3)));
        assertThat(told).containsExactly(1, 2, 3);
    }

    @Test
    void while_the_window_cannot_be_seen_frames_wait_and_come_together_after() {
        listen();
        feed.arrived(List.of(frame(1)));
        feed.setUnseen(true);
        feed.arrived(List.of(frame(2)));
        feed.arrived(List.of(frame(3)));
        assertThat(told).containsExactly(1);
        List<Integer> late = new ArrayList<>();
        feed.listen(frames -> frames.forEach(frame -> late.add(frame.revision())));
        feed.setUnseen(false);
        assertThat(told).containsExactly(1, 2, 3);
        assertThat(late).containsExactly(1, 2, 3);
    }

    private void listen() {
        feed.listen(frames -> frames.forEach(frame -> told.add(frame.revision())));
    }

    private static LiveFrame frame(int second) {
        return new LiveFrame(START.plusSeconds(second), second, null, null, null, 0, null);
    }
}
