package dev.gatehouse.engine.telemetry;

import dev.gatehouse.engine.exchange.CallId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The calls that ended last, in memory: at most {@value #MAX_CALLS}, and at most {@value #MAX_BYTES} bytes of them. */
final class CallTail {
    static final int MAX_CALLS = 10_000;
    static final int MAX_BYTES = 16 << 20;

    private final Deque<RecordedCall> calls = new ArrayDeque<>();
    private int bytes;

    synchronized void add(RecordedCall call) {
        calls.addLast(call);
        bytes += call.size();
        while (calls.size() > MAX_CALLS || bytes > MAX_BYTES) {
            bytes -= calls.removeFirst().size();
        }
    }

    @Nullable
    Call byId(CallId id) {
        for (RecordedCall call : copy()) {
            if (call.hasId(id)) {
                return call.call();
            }
        }
        return null;
    }

    /** All matching calls before the cursor, newest first. */
    List<Call> matching(CallQuery query) {
        CallCursor before = CallCursor.parse(query.before());
        return copy().stream()
                .filter(query::matches)
                .map(RecordedCall::call)
                .filter(call -> before == null || CallCursor.of(call).compareTo(before) < 0)
                .sorted(Comparator.comparing(CallCursor::of).reversed())
                .toList();
    }

    private synchronized List<RecordedCall> copy() {
        return new ArrayList<>(calls);
    }
}
