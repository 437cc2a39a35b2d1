package dev.gatehouse.app.screen.events;

import dev.gatehouse.app.profile.Memory;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** What is shown of the events. UI thread; needs no toolkit. */
final class EventFilters {
    private final ObjectProperty<Least> least = new SimpleObjectProperty<>(Least.ALL);
    private final ObjectProperty<Matter> matter = new SimpleObjectProperty<>(Matter.ANY);
    private final ObjectProperty<Back> back = new SimpleObjectProperty<>(Back.ALL);
    private final ObjectProperty<@Nullable Stretch> range = new SimpleObjectProperty<>();
    private final StringProperty text = new SimpleStringProperty("");
    private final Runnable changed;
    private @Nullable Memory memory;
    private boolean setting;

    /**
     * Everything is shown.
     *
     * @param changed is told of each change, once
     */
    EventFilters(Runnable changed) {
        this.changed = changed;
        least.addListener((property, before, now) -> keep("events.least", now));
        matter.addListener((property, before, now) -> keep("events.matter", now));
        text.addListener((property, before, now) -> tell());
        range.addListener((property, before, now) -> tell());
        back.addListener((property, before, now) -> {
            // What was narrowed to may lie outside now.
            if (range.get() == null) {
                tell();
            } else {
                range.set(null);
            }
        });
    }

    /** Takes over what is remembered there. */
    void remember(@Nullable Memory where) {
        memory = null;
        set("", remembered(where, "events.least", Least.ALL), remembered(where, "events.matter", Matter.ANY));
        memory = where;
    }

    /** Shows everything. */
    void clear() {
        set("", Least.ALL, Matter.ANY);
    }

    /** Shows everything with this text in it. */
    void only(String words) {
        set(words, Least.ALL, Matter.ANY);
    }

    private void set(String words, Least severity, Matter about) {
        setting = true;
        least.set(severity);
        matter.set(about);
        text.set(words);
        range.set(null);
        back.set(Back.ALL);
        setting = false;
        tell();
    }

    private void keep(String key, Enum<?> now) {
        if (memory != null) {
            memory.put(key, now.name());
        }
        tell();
    }

    private void tell() {
        if (!setting) {
            changed.run();
        }
    }

    private static <E extends Enum<E>> E remembered(@Nullable Memory where, String key, E otherwise) {
        String name = where == null ? "" : where.get(key, "");
        for (E each : otherwise.getDeclaringClass().getEnumConstants()) {
            if (each.name().equals(name)) {
                return each;
            }
        }
        return otherwise;
    }

    /** What they say of an event, apart from when it happened. */
    Sieve sieve() {
        return new Sieve(least.get(), matter.get(), text.get());
    }

    ObjectProperty<Least> leastProperty() {
        return least;
    }

    ObjectProperty<Matter> matterProperty() {
        return matter;
    }

    ObjectProperty<Back> backProperty() {
        return back;
    }

    /** What the time is narrowed to; null for nothing. */
    ObjectProperty<@Nullable Stretch> rangeProperty() {
        return range;
    }

    StringProperty textProperty() {
        return text;
    }
}
