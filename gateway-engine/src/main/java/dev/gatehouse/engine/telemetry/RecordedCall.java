package dev.gatehouse.engine.telemetry;

import dev.gatehouse.engine.exchange.CallId;
import dev.gatehouse.engine.exchange.DecisionRecord;
import dev.gatehouse.engine.fault.Fault;
import dev.gatehouse.engine.telemetry.filter.CallFacts;
import dev.gatehouse.engine.telemetry.filter.CallField;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A call as {@link CallEncoder} wrote it; decoded only when somebody wants to see it. */
final class RecordedCall implements CallFacts {
    private static final Fault[] FAULTS = Fault.values();
    private static final double NANOS_PER_MICRO = 1e3;
    private static final double MICROS_PER_MILLI = 1e3;

    private final byte[] bytes;

    RecordedCall(byte[] bytes) {
        this.bytes = bytes;
    }

    int size() {
        return bytes.length;
    }

    boolean hasId(CallId id) {
        return number(CallEncoder.ID_HIGH) == id.high() && number(CallEncoder.ID_LOW) == id.low();
    }

    /** Whether a fault ended it, or its status is an error's: the calls that are looked for first. */
    boolean isBad() {
        return fault() != null || status() >= 400;
    }

    boolean isConnected() {
        return number(CallEncoder.CONNECTED) != DecisionRecord.NEVER
                || number(CallEncoder.RESPONSE_HEAD) != DecisionRecord.NEVER;
    }

    Instant time() {
        return Instant.EPOCH.plus(number(CallEncoder.START_MICROS), ChronoUnit.MICROS);
    }

    /** What a filter asks is read in its place: of most calls that a filter sees, nothing else is wanted. */
    @Override
    public long number(CallField field) {
        return switch (field) {
            case TIME -> number(CallEncoder.START_MICROS);
            case STATUS -> status();
            case DURATION -> Math.round(number(CallEncoder.DURATION) / NANOS_PER_MICRO);
            case ATTEMPTS -> (int) CallEncoder.INT.get(bytes, CallEncoder.ATTEMPTS);
            case REVISION -> (int) CallEncoder.INT.get(bytes, CallEncoder.REVISION);
            case REQUEST_BYTES -> number(CallEncoder.REQUEST_BYTES);
            case RESPONSE_BYTES -> number(CallEncoder.RESPONSE_BYTES);
            default -> throw new IllegalArgumentException(field + " is no number");
        };
    }

    @Override
    public @Nullable String text(CallField field) {
        return switch (field) {
            case ID -> CallId.text(number(CallEncoder.ID_HIGH), number(CallEncoder.ID_LOW));
            case FAULT -> {
                Fault fault = fault();
                yield fault == null ? null : fault.code();
            }
            case ROUTE -> textAt(0);
            case UPSTREAM -> textAt(1);
            case TARGET -> textAt(2);
            case LISTENER -> textAt(3);
            case SCHEME -> textAt(4);
            case PROTOCOL -> textAt(5);
            case METHOD -> textAt(6);
            case HOST -> textAt(7);
            case PATH -> textAt(8);
            case CLIENT -> textAt(10);
            case REQUEST_ID -> textAt(11);
            default -> throw new IllegalArgumentException(field + " is no text");
        };
    }

    /** The sentence about its fault; empty if there is none. */
    String faultDetail() {
        String detail = textAt(12);
        return detail == null ? "" : detail;
    }

    private @Nullable String textAt(int place) {
        Texts texts = new Texts();
        for (int i = 0; i < place; i++) {
            texts.skip();
        }
        return texts.next();
    }

    @Nullable
    Fault fault() {
        int ordinal = (short) CallEncoder.SHORT.get(bytes, CallEncoder.FAULT);
        return ordinal < 0 ? null : FAULTS[ordinal];
    }

    /** The upstream's name and the target's address; either may be null. */
    @Nullable
    String[] place() {
        Texts texts = new Texts();
        texts.next();
        return new @Nullable String[] {texts.next(), texts.next()};
    }

    Call call() {
        Texts texts = new Texts();
        String route = texts.next();
        String upstream = texts.next();
        String target = texts.next();
        String listener = texts.need();
        String scheme = texts.need();
        String protocol = texts.need();
        String method = texts.need();
        String host = texts.need();
        String path = texts.need();
        String query = texts.need();
        String client = texts.need();
        String requestId = texts.need();
        String detail = texts.next();
        List<Call.Step> steps = new ArrayList<>();
        for (int i = count(CallEncoder.STEPS); i > 0; i--) {
            steps.add(new Call.Step(texts.need(), texts.need(), texts.next(), texts.next(), texts.micros()));
        }
        List<Call.Miss> misses = new ArrayList<>();
        for (int i = count(CallEncoder.MISSES); i > 0; i--) {
            misses.add(new Call.Miss(texts.need(), texts.need(), texts.need(), texts.need()));
        }
        List<Call.Retried> retried = new ArrayList<>();
        for (int i = count(CallEncoder.RETRIED); i > 0; i--) {
            retried.add(new Call.Retried(texts.need(), texts.need(), texts.micros() / MICROS_PER_MILLI));
        }
        Fault fault = fault();
        return new Call(
                CallId.text(number(CallEncoder.ID_HIGH), number(CallEncoder.ID_LOW)),
                time(),
                method,
                scheme,
                host,
                path,
                query,
                status(),
                fault == null ? null : fault.code(),
                detail,
                route,
                null,
                null,
                upstream,
                target,
                (int) CallEncoder.INT.get(bytes, CallEncoder.ATTEMPTS),
                millis(number(CallEncoder.DURATION)),
                timeline(),
                steps,
                misses,
                retried,
                (int) CallEncoder.INT.get(bytes, CallEncoder.REVISION),
                listener,
                protocol,
                client,
                number(CallEncoder.REQUEST_BYTES),
                number(CallEncoder.RESPONSE_BYTES),
                requestId);
    }

    private List<Call.Mark> timeline() {
        List<Call.Mark> marks = new ArrayList<>();
        marks.add(new Call.Mark(0, "received"));
        mark(marks, CallEncoder.ROUTED, "routed");
        mark(marks, CallEncoder.CONNECTED, "connected");
        mark(marks, CallEncoder.REQUEST_SENT, "request-sent");
        mark(marks, CallEncoder.RESPONSE_HEAD, "response-head");
        mark(marks, CallEncoder.DURATION, "ended");
        return marks;
    }

    private void mark(List<Call.Mark> marks, int place, String event) {
        long nanos = number(place);
        if (nanos != DecisionRecord.NEVER) {
            marks.add(new Call.Mark(millis(nanos), event));
        }
    }

    /** Milliseconds with three decimals: whole microseconds are what the store keeps. */
    private static double millis(long nanos) {
        return Math.round(nanos / NANOS_PER_MICRO) / 1e3;
    }

    private int status() {
        return count(CallEncoder.STATUS);
    }

    private int count(int place) {
        return (short) CallEncoder.SHORT.get(bytes, place);
    }

    private long number(int place) {
        return (long) CallEncoder.LONG.get(bytes, place);
    }

    /** Reads the texts one after the other. */
    private final class Texts {
        private int at = CallEncoder.TEXTS;

        @Nullable
        String next() {
            int length = Short.toUnsignedInt((short) CallEncoder.SHORT.get(bytes, at));
            at += Short.BYTES;
            if (length == CallEncoder.NO_TEXT) {
                return null;
            }
            String text = new String(bytes, at, length, StandardCharsets.ISO_8859_1);
            at += length;
            return text;
        }

        void skip() {
            int length = Short.toUnsignedInt((short) CallEncoder.SHORT.get(bytes, at));
            at += Short.BYTES + (length == CallEncoder.NO_TEXT ? 0 : length);
        }

        String need() {
            String text = next();
            return text == null ? "" : text;
        }

        double micros() {
            long nanos = (long) CallEncoder.LONG.get(bytes, at);
            at += Long.BYTES;
            return nanos / NANOS_PER_MICRO;
        }
    }
}
