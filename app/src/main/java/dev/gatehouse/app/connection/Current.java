package dev.gatehouse.app.connection;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/** Which gateway is on show; changes on the FX thread. */
public final class Current {
    private final ReadOnlyObjectWrapper<@Nullable Connection> connection = new ReadOnlyObjectWrapper<>();

    private final ObservableValue<String> lost =
            connection.flatMap(next -> next.live().lostProperty()).orElse("");

    /** The connection, null while there is none. */
    public ReadOnlyObjectProperty<@Nullable Connection> property() {
        return connection.getReadOnlyProperty();
    }

    /** The connection, null while there is none. */
    public @Nullable Connection get() {
        return connection.get();
    }

    /** Why the gateway on show cannot be asked for anything now, a sentence; empty if it can, and while there is none. */
    public ObservableValue<String> lost() {
        return lost;
    }

    /** Shows another gateway, or none, and closes the one before after everybody let go of it. */
    public void show(@Nullable Connection next) {
        Connection before = connection.get();
        connection.set(next);
        if (before != null && !before.equals(next)) {
            before.close();
        }
    }
}
