package dev.gatehouse.engine.exchange;

import dev.gatehouse.engine.fault.Fault;
import org.jspecify.annotations.Nullable;

/**
 * What was decided about one request, filled in while it runs and read once when it ends. A structure of its event loop,
 * reused for the next request: an {@link Observer} copies what it keeps before it returns. Times are nanoseconds after
 * {@link #startNanos}, {@link #NEVER} where the event did not happen.
 */
public final class DecisionRecord {
    /** The time of an event that did not happen. */
    public static final long NEVER = -1;

    /** The most attempts that are kept one by one. */
    public static final int MAX_ATTEMPTS = 8;

    /** The most steps that are kept. */
    public static final int MAX_STEPS = 32;

    /** The most near misses that are kept. */
    public static final int MAX_MISSES = 3;

    /** The call's id; unguessable, unique in the gateway's life. */
    public long idHigh;

    public long idLow;

    /** The revision that decided. */
    public int revision;

    /** When the request's first byte was read: wall clock in microseconds since 1970, and {@link System#nanoTime}. */
    public long startMicros;

    public long startNanos;

    public String listener = "";
    public String scheme = "";
    public String protocol = "";
    public String method = "";
    public String host = "";
    public String path = "";
    public String query = "";
    public String clientAddress = "";

    /** The {@code X-Request-Id} that went with the request. */
    public String requestId = "";

    /** The route's full name, or null when none matched. */
    public @Nullable String route;

    /** The route's dense number in its revision, or -1. */
    public int routeIndex;

    /** The upstream's full name and dense number in its revision, or null and -1. */
    public @Nullable String upstream;

    public int upstreamIndex;

    /** The address of the target of the last attempt and its number in the upstream, or null and -1. */
    public @Nullable String target;

    public int targetIndex;

    /** The number of attempts at a target. */
    public int attempts;

    /** Attempts that failed and were followed by another, in order: the target, the fault's code or the status, and when. */
    public int retried;

    public final @Nullable String[] retriedTarget = new String[MAX_ATTEMPTS];
    public final String[] retriedOutcome = new String[MAX_ATTEMPTS];
    public final long[] retriedNanos = new long[MAX_ATTEMPTS];

    /** The status sent to the client; 0 if none was sent. */
    public int status;

    /** What went wrong, and a sentence of detail about this case. */
    public @Nullable Fault fault;

    public @Nullable String faultDetail;

    /** Body bytes received from and sent to the client. */
    public long requestBytes;

    public long responseBytes;

    /** The timeline, nanoseconds after the start. */
    public long routedNanos;

    public long connectedNanos;
    public long requestSentNanos;
    public long responseHeadNanos;
    public long endNanos;

    /** Steps in the order in which they were entered. */
    public int steps;

    public final String[] stepName = new String[MAX_STEPS];
    public final String[] stepVerdict = new String[MAX_STEPS];
    public final @Nullable String[] stepSaw = new String[MAX_STEPS];
    public final @Nullable String[] stepWanted = new String[MAX_STEPS];
    public final long[] stepNanos = new long[MAX_STEPS];

    /**
     * Left by the observer when the request starts, for itself when it ends: whether it was told of the start, and where
     * it counts. Nobody else reads or writes them.
     */
    public boolean observed;

    public @Nullable Object observedRoute;
    public @Nullable Object observedUpstream;

    /** For a request that no route took: the nearest routes and the predicate that failed. */
    public int misses;

    public final String[] missRoute = new String[MAX_MISSES];
    public final String[] missFailed = new String[MAX_MISSES];
    public final String[] missSaw = new String[MAX_MISSES];
    public final String[] missWanted = new String[MAX_MISSES];

    /** A new, cleared record. */
    public DecisionRecord() {
        clear();
    }

    /** Makes the record ready for another request. */
    public void clear() {
        idHigh = 0;
        idLow = 0;
        revision = 0;
        startMicros = 0;
        startNanos = 0;
        listener = "";
        scheme = "";
        protocol = "";
        method = "";
        host = "";
        path = "";
        query = "";
        clientAddress = "";
        requestId = "";
        route = null;
        routeIndex = -1;
        upstream = null;
        upstreamIndex = -1;
        target = null;
        targetIndex = -1;
        attempts = 0;
        retried = 0;
        status = 0;
        fault = null;
        faultDetail = null;
        requestBytes = 0;
        responseBytes = 0;
        routedNanos = NEVER;
        connectedNanos = NEVER;
        requestSentNanos = NEVER;
        responseHeadNanos = NEVER;
        endNanos = NEVER;
        steps = 0;
        misses = 0;
        observed = false;
        observedRoute = null;
        observedUpstream = null;
    }

    /** Takes down a step; those beyond {@link #MAX_STEPS} are left out. */
    public void step(String name, String verdict, @Nullable String saw, @Nullable String wanted, long nanos) {
        if (steps == MAX_STEPS) {
            return;
        }
        stepName[steps] = name;
        stepVerdict[steps] = verdict;
        stepSaw[steps] = saw;
        stepWanted[steps] = wanted;
        stepNanos[steps] = nanos;
        steps++;
    }

    /** Takes down that the attempt at the present target failed and another follows. */
    public void attempt(String outcome, long nanos) {
        if (retried == MAX_ATTEMPTS) {
            return;
        }
        retriedTarget[retried] = target;
        retriedOutcome[retried] = outcome;
        retriedNanos[retried] = nanos;
        retried++;
    }

    /** Takes down a near miss; those beyond {@link #MAX_MISSES} are left out. */
    public void miss(String routeName, String failed, String saw, String wanted) {
        if (misses == MAX_MISSES) {
            return;
        }
        missRoute[misses] = routeName;
        missFailed[misses] = failed;
        missSaw[misses] = saw;
        missWanted[misses] = wanted;
        misses++;
    }
}
