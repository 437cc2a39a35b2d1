package dev.gatehouse.app.screen.routes;

import dev.gatehouse.app.client.Call;
import dev.gatehouse.app.client.Calls;
import dev.gatehouse.app.connection.Connection;
import dev.gatehouse.app.text.Texts;
import dev.gatehouse.app.work.Job;
import dev.gatehouse.app.work.Jobs;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/** The last recorded calls of a route, read when somebody looks. FX thread. */
final class RouteCalls implements AutoCloseable {
    private static final int SHOWN = 50;

    private final Connection connection;
    private final Jobs jobs;
    private final String route;
    private final ReadOnlyObjectWrapper<List<Call>> calls = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyStringWrapper state = new ReadOnlyStringWrapper("");
    private @Nullable Job<List<Call>> reading;

    RouteCalls(Connection connection, Jobs jobs, String route) {
        this.connection = connection;
        this.jobs = jobs;
        this.route = route;
    }

    /** The calls, the newest first. */
    ReadOnlyObjectProperty<List<Call>> callsProperty() {
        return calls.getReadOnlyProperty();
    }

    /** Why there are none, a sentence; empty while there are. */
    ReadOnlyStringProperty stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Reads them again. */
    void read() {
        close();
        reading = jobs.start(
                        Texts.get("routes.calls.reading", route),
                        told -> new Calls(connection.client())
                                .find("route:" + route, null, null, SHOWN)
                                .items())
                .then(found -> {
                    calls.set(found);
                    state.set(found.isEmpty() ? Texts.get("routes.calls.none") : "");
                })
                .failed(failure -> state.set(String.valueOf(failure.getMessage())));
    }

    @Override
    public void close() {
        if (reading != null) {
            reading.cancel();
        }
    }
}
