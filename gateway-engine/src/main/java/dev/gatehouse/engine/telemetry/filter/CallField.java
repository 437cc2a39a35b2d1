package dev.gatehouse.engine.telemetry.filter;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a call can be looked for by; each constant knows its name in the language and how its values are written. */
public enum CallField {
    /** When the call began. */
    TIME("time", Kind.TIME, "2026-05-12T10:00:00Z"),
    STATUS("status", Kind.NUMBER, "404, 500-503 or 5xx"),
    DURATION("dur", Kind.DURATION, "200ms or 1s"),
    ATTEMPTS("attempts", Kind.NUMBER, "2"),
    REVISION("revision", Kind.NUMBER, "42"),
    REQUEST_BYTES("in", Kind.SIZE, "64KiB"),
    RESPONSE_BYTES("out", Kind.SIZE, "1MiB"),
    METHOD("method", Kind.TEXT, "GET"),
    SCHEME("scheme", Kind.TEXT, "https"),
    PROTOCOL("protocol", Kind.TEXT, "HTTP/1.1"),
    HOST("host", Kind.TEXT, "api.example.com or *.example.com"),
    PATH("path", Kind.TEXT, "/shop/*"),
    LISTENER("listener", Kind.TEXT, "public"),
    CLIENT("client", Kind.TEXT, "192.0.2.7"),
    ROUTE("route", Kind.TEXT, "orders, or - for none"),
    UPSTREAM("upstream", Kind.TEXT, "catalog, or - for none"),
    TARGET("target", Kind.TEXT, "127.0.0.1:9101"),
    FAULT("fault", Kind.TEXT, "route-not-found, * for any or - for none"),
    ID("id", Kind.ID, "a call's whole id"),
    REQUEST_ID("request", Kind.TEXT, "an X-Request-Id");

    private final String word;
    private final Kind kind;
    private final String example;

    CallField(String word, Kind kind, String example) {
        this.word = word;
        this.kind = kind;
        this.example = example;
    }

    /** How the values of a field are written and compared. */
    enum Kind {
        NUMBER,
        TIME,
        DURATION,
        SIZE,
        TEXT,
        ID;

        /** Whether values have an order, so that less and more can be asked for. */
        boolean isOrdered() {
            return this == NUMBER || this == TIME || this == DURATION || this == SIZE;
        }
    }

    /** The field's name in the language. */
    public String word() {
        return word;
    }

    Kind kind() {
        return kind;
    }

    String example() {
        return example;
    }

    static @Nullable CallField of(String word) {
        return Arrays.stream(values())
                .filter(field -> field.word.equals(word))
                .findFirst()
                .orElse(null);
    }

    /** The names of all fields. */
    public static List<String> words() {
        return Arrays.stream(values()).map(CallField::word).toList();
    }
}
