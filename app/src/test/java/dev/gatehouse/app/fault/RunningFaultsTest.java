package dev.gatehouse.app.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.app.UiQueue;
import dev.gatehouse.app.client.AdminClient;
import dev.gatehouse.app.client.Injection;
import dev.gatehouse.app.client.Injections.Wanted;
import dev.gatehouse.app.connection.Connection;
import dev.gatehouse.app.connection.Current;
import dev.gatehouse.app.connection.LiveFeed;
import dev.gatehouse.app.profile.ConsoleFolder;
import dev.gatehouse.app.profile.Environment;
import dev.gatehouse.app.profile.Memory;
import dev.gatehouse.app.work.Jobs;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunningFaultsTest {
    private static final Instant NOW = Instant.parse("2026-05-12T12:00:00Z");

    private final UiQueue ui = new UiQueue();
    private final AtomicReference<Instant> time = new AtomicReference<>(NOW);
    private final InstantSource clock = time::get;
    private final Current current = new Current();
    private final Jobs jobs = new Jobs(ui, clock);

    @SuppressWarnings("NullAway.Init") // made before each test
    private Injecting gateway;

    @SuppressWarnings("NullAway.Init") // made before each test
    private RunningFaults faults;

    @TempDir
    Path folder;

    @BeforeEach
    void start() throws Exception {
        gateway = new Injecting(NOW);
        faults = ui.ask(() -> new RunningFaults(current, jobs, clock));
        ui.run(() -> current.show(new Connection(
                "test",
                "Test",
                Environment.NONE,
                gateway.address(),
                new AdminClient(gateway.address(), "t"),
                new LiveFeed(gateway.address(), "t", ui, clock),
                new Memory(new ConsoleFolder(folder), "test"))));
        ui.await(faults::isPossible);
    }

    @AfterEach
    void stop() {
        ui.run(() -> current.show(null));
        jobs.close();
        ui.close();
        gateway.close();
    }

    @Test
    void a_fault_is_started_told_and_ended() {
        ui.run(() -> faults.start(new Wanted("orders", "200ms", 503, "10%", "5m")));
        ui.await(() -> faults.of("orders").size() == 1);
        Injection fault = ui.ask(() -> faults.of("orders").getFirst());
        assertThat(FaultWords.brief(fault)).isEqualTo("503 after 200ms for 10\u00a0%");
        assertThat(FaultWords.left(fault, NOW.plusSeconds(60))).isEqualTo("4 min 0 s left");
        assertThat(ui.ask(() -> faults.notable().getFirst().about().name())).isEqualTo("orders");
        assertThat(ui.ask(() -> faults.of("products"))).isEmpty();
        ui.run(() -> faults.end(fault));
        ui.await(() -> faults.of("orders").isEmpty());
    }

    @Test
    void what_somebody_else_starts_is_seen_and_goes_when_its_time_is_over() throws Exception {
        gateway.add("""
            {"id": "x", "route": "orders", "delay": "1s", "share": "50%", "startedAt": "2026-05-12T11:59:00Z",
             "endsAt": "2026-05-12T12:01:00Z", "author": "ops", "hits": 3, "colour": "red"}
            """);
        time.set(NOW.plusSeconds(6));
        ui.run(faults::tick);
        ui.await(() -> faults.of("orders").size() == 1);
        assertThat(ui.ask(() -> FaultWords.brief(faults.of("orders").getFirst())))
                .isEqualTo("a delay of 1s for 50\u00a0%");
        time.set(NOW.plusSeconds(61));
        ui.run(faults::tick);
        assertThat(ui.ask(() -> faults.of("orders"))).isEmpty();
        ui.run(() -> current.show(null));
        assertThat(ui.ask(faults::isPossible)).isFalse();
    }
}
