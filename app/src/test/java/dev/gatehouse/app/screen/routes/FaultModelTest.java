package dev.gatehouse.app.screen.routes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.app.UiQueue;
import dev.gatehouse.app.client.AdminClient;
import dev.gatehouse.app.connection.Connection;
import dev.gatehouse.app.connection.Current;
import dev.gatehouse.app.connection.LiveFeed;
import dev.gatehouse.app.fault.Injecting;
import dev.gatehouse.app.fault.RunningFaults;
import dev.gatehouse.app.profile.ConsoleFolder;
import dev.gatehouse.app.profile.Environment;
import dev.gatehouse.app.profile.Memory;
import dev.gatehouse.app.work.Jobs;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FaultModelTest {
    private static final Instant NOW = Instant.parse("2026-05-12T12:00:00Z");

    private final UiQueue ui = new UiQueue();
    private final InstantSource clock = InstantSource.fixed(NOW);
    private final Current current = new Current();
    private final Jobs jobs = new Jobs(ui, clock);
    private final AtomicBoolean started = new AtomicBoolean();

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
    void it_says_what_will_happen_and_when_it_ends() {
        FaultModel model = model("");
        assertThat(ui.ask(() -> model.sentenceProperty().get()))
                .startsWith("For 5 min, 10\u00a0% of GET /orders are answered 503 by the gateway and reach no target."
                        + " It ends by itself at ");
        ui.run(() -> {
            model.delayProperty().set("200ms");
            model.abortProperty().set("");
            model.shareProperty().set("100 %");
        });
        assertThat(ui.ask(() -> model.sentenceProperty().get()))
                .startsWith("For 5 min, 100\u00a0% of GET /orders wait 200ms before they go on.");
        ui.run(model::start);
        ui.await(started::get);
        ui.await(() -> !faults.of("orders").isEmpty());
    }

    @Test
    void what_cannot_be_is_told_before_it_is_sent() {
        FaultModel model = model("");
        ui.run(() -> model.abortProperty().set(""));
        assertThat(why(model)).isEqualTo("Say what is to happen: a delay, a status to answer with, or both.");
        ui.run(() -> model.delayProperty().set("soon"));
        assertThat(why(model)).isEqualTo("A delay is written as 200ms or 2s.");
        ui.run(() -> model.delayProperty().set("1s"));
        assertThat(why(model)).isEmpty();
        ui.run(() -> model.shareProperty().set("0"));
        assertThat(why(model)).startsWith("A share is a percentage above 0");
        ui.run(() -> {
            model.shareProperty().set("5");
            model.lengthProperty().set("2d");
        });
        assertThat(why(model)).endsWith("at most a day.");
        ui.run(model::start);
        assertThat(ui.ask(() -> model.busyProperty().get())).isFalse();
    }

    @Test
    void in_production_the_gateways_name_is_typed_and_a_refusal_is_shown() {
        FaultModel model = model("Shop");
        assertThat(why(model)).isEqualTo("Type the name of the gateway, Shop, to confirm.");
        ui.run(() -> model.typedProperty().set("Shop"));
        assertThat(why(model)).isEmpty();
        gateway.refuse("There is a fault already");
        ui.run(model::start);
        ui.await(() -> model.problemProperty().get().contains("There is a fault already"));
        assertThat(started).isFalse();
    }

    private String why(FaultModel model) {
        return ui.ask(() -> model.whyProperty().get());
    }

    private FaultModel model(String gateway) {
        return ui.ask(() -> new FaultModel(faults, "orders", "GET /orders", gateway, () -> started.set(true)));
    }
}
