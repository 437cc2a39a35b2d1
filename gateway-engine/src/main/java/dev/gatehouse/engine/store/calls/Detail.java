package dev.gatehouse.engine.store.calls;

import dev.gatehouse.engine.telemetry.ByteReader;
import dev.gatehouse.engine.telemetry.ByteWriter;
import dev.gatehouse.engine.telemetry.Call;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The parts of a call that nothing is looked for by, packed. */
final class Detail {
    private static final double MICROS_PER_MILLI = 1e3;
    private static final double NANOS_PER_MICRO = 1e3;

    private final Dictionary dictionary;

    Detail(Dictionary dictionary) {
        this.dictionary = dictionary;
    }

    byte[] pack(Call call) {
        ByteWriter out = new ByteWriter();
        out.text(call.query());
        optional(out, call.faultDetail());
        out.number(dictionary.id(call.application())).number(dictionary.id(call.tenant()));
        out.number(call.timeline().size());
        for (Call.Mark mark : call.timeline()) {
            out.number(dictionary.id(mark.event())).number(Math.round(mark.at() * MICROS_PER_MILLI));
        }
        out.number(call.steps().size());
        for (Call.Step step : call.steps()) {
            out.number(dictionary.id(step.policy())).number(dictionary.id(step.verdict()));
            optional(out, step.saw());
            optional(out, step.wanted());
            out.number(Math.round(step.micros() * NANOS_PER_MICRO));
        }
        out.number(call.misses().size());
        for (Call.Miss miss : call.misses()) {
            out.number(dictionary.id(miss.route())).number(dictionary.id(miss.failed()));
            out.text(miss.saw()).text(miss.wanted());
        }
        for (Call.Retried attempt : call.retried()) { // up to the end, which calls stored without it reach at once
            out.number(dictionary.id(attempt.target())).number(dictionary.id(attempt.outcome()));
            out.number(Math.round(attempt.at() * MICROS_PER_MILLI));
        }
        return out.toBytes();
    }

    private static void optional(ByteWriter out, @Nullable String text) {
        out.number(text == null ? 0 : 1);
        if (text != null) {
            out.text(text);
        }
    }

    /** Puts a call together from the columns and the packed rest. */
    Call unpack(CallRow row, byte[] packed) {
        ByteReader in = new ByteReader(packed);
        String query = in.text();
        String faultDetail = optional(in);
        String application = dictionary.text(in.number());
        String tenant = dictionary.text(in.number());
        List<Call.Mark> timeline = new ArrayList<>();
        for (long i = in.number(); i > 0; i--) {
            String event = dictionary.need(in.number());
            timeline.add(new Call.Mark(in.number() / MICROS_PER_MILLI, event));
        }
        List<Call.Step> steps = new ArrayList<>();
        for (long i = in.number(); i > 0; i--) {
            steps.add(new Call.Step(
                    dictionary.need(in.number()),
                    dictionary.need(in.number()),
                    optional(in),
                    optional(in),
                    in.number() / NANOS_PER_MICRO));
        }
        List<Call.Miss> misses = new ArrayList<>();
        for (long i = in.number(); i > 0; i--) {
            misses.add(new Call.Miss(dictionary.need(in.number()), dictionary.need(in.number()), in.text(), in.text()));
        }
        List<Call.Retried> retried = new ArrayList<>();
        while (in.hasMore()) {
            retried.add(new Call.Retried(
                    dictionary.need(in.number()), dictionary.need(in.number()), in.number() / MICROS_PER_MILLI));
        }
        return new Call(
                row.id(),
                row.time(),
                row.method(),
                dictionary.need(row.scheme()),
                row.host(),
                row.path(),
                query,
                row.status(),
                dictionary.text(row.fault()),
                faultDetail,
                dictionary.text(row.route()),
                application,
                tenant,
                dictionary.text(row.upstream()),
                dictionary.text(row.target()),
                row.attempts(),
                row.durationMicros() / MICROS_PER_MILLI,
                timeline,
                steps,
                misses,
                retried,
                row.revision(),
                dictionary.need(row.listener()),
                dictionary.need(row.protocol()),
                row.client(),
                row.requestBytes(),
                row.responseBytes(),
                row.requestId());
    }

    private static @Nullable String optional(ByteReader in) {
        return in.number() == 0 ? null : in.text();
    }
}
