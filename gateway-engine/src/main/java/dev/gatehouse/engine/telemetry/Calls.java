package dev.gatehouse.engine.telemetry;

import dev.gatehouse.engine.exchange.CallId;
import dev.gatehouse.engine.telemetry.filter.CallFilter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The recorded calls, recent ones from memory and older ones from the store; only from memory while the store fails (an
 * event says so). Used from any thread but the event loops.
 */
public final class Calls {
    private static final Logger LOG = LoggerFactory.getLogger(Calls.class);

    private final CallTail tail;
    private final CallStore store;
    private final Followers followers;

    Calls(CallTail tail, CallStore store, Followers followers) {
        this.tail = tail;
        this.store = store;
        this.followers = followers;
    }

    /** A page of calls, newest first. */
    public CallPage find(CallQuery query) {
        // Calls end out of order, so neither source is simply the newer one: both are asked, and what both know is one.
        CallPage stored = stored(query);
        Map<CallCursor, Call> byPlace = new TreeMap<>(Comparator.reverseOrder());
        put(byPlace, stored.items());
        put(byPlace, tail.matching(query));
        List<Call> all = new ArrayList<>(byPlace.values());
        boolean more = stored.next() != null || all.size() > query.limit();
        List<Call> page = all.subList(0, Math.min(all.size(), query.limit()));
        return new CallPage(
                page, more && !page.isEmpty() ? CallCursor.of(page.getLast()).text() : null);
    }

    private CallPage stored(CallQuery query) {
        try {
            return store.find(query);
        } catch (IOException e) {
            LOG.warn("Older calls are left out of an answer", e);
            return new CallPage(List.of(), null);
        }
    }

    private static void put(Map<CallCursor, Call> byPlace, Collection<Call> calls) {
        calls.forEach(call -> byPlace.put(CallCursor.of(call), call));
    }

    /** The call with this id, or null; found some 50 ms after its end. */
    public @Nullable Call byId(String id) {
        CallId wanted = CallId.parse(id);
        if (wanted == null) {
            return null;
        }
        Call recent = tail.byId(wanted);
        if (recent != null) {
            return recent;
        }
        try {
            return store.byId(id);
        } catch (IOException e) {
            LOG.warn("An older call cannot be looked for", e);
            return null;
        }
    }

    /**
     * Delivers calls as they end, at most ten frames a second.
     *
     * @param consumer must not block; called on the writer's thread
     */
    public Subscription tail(CallFilter filter, Consumer<TailFrame> consumer) {
        return followers.add(filter, consumer);
    }
}
