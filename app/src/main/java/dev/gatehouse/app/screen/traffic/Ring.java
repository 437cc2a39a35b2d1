package dev.gatehouse.app.screen.traffic;

import dev.gatehouse.app.client.Call;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The last calls, a fixed number of them at most. */
final class Ring {
    private final @Nullable CallRow[] rows;
    /** Where the next one goes. */
    private int end;

    private int size;

    Ring(int capacity) {
        rows = new CallRow[capacity];
    }

    /** Adds calls, oldest first; the oldest rows go. */
    void add(List<Call> calls) {
        for (Call call : calls) {
            rows[end] = new CallRow(call);
            end = (end + 1) % rows.length;
            size = Math.min(size + 1, rows.length);
        }
    }

    /** The calls, newest first, as they are now. */
    List<CallRow> newestFirst() {
        List<CallRow> list = new ArrayList<>(size);
        for (int i = 1; i <= size; i++) {
            CallRow row = rows[Math.floorMod(end - i, rows.length)];
            if (row != null) {
                list.add(row);
            }
        }
        return list;
    }

    void clear() {
        Arrays.fill(rows, null);
        end = 0;
        size = 0;
    }
}
