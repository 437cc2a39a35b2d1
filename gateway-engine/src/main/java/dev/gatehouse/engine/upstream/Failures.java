package dev.gatehouse.engine.upstream;

import dev.gatehouse.engine.fault.Fault;
import java.util.BitSet;
import java.util.List;

/** What counts as a target's failure, as a configuration lists it. */
public final class Failures {
    /** No connection could be opened. */
    static final String CONNECT = "connect-failure";

    /** The connection ended before the response. */
    static final String RESET = "reset";

    /** The response did not begin in time. */
    static final String TIMEOUT = "timeout";

    private final boolean connect;
    private final boolean reset;
    private final boolean timeout;
    private final BitSet statuses = new BitSet();

    /** Those that are listed, in the format {@link dev.gatehouse.engine.model.Setting.Format#FAILURE}. */
    Failures(List<String> listed) {
        connect = listed.contains(CONNECT);
        reset = listed.contains(RESET);
        timeout = listed.contains(TIMEOUT);
        listed.stream()
                .filter(one -> Character.isDigit(one.charAt(0)))
                .forEach(status -> statuses.set(Integer.parseInt(status)));
    }

    /** Whether a fault of the gateway's way to the target counts. */
    public boolean has(Fault fault) {
        return switch (fault) {
            case CONNECT_FAILED, CONNECT_TIMEOUT, TLS_FAILED -> connect;
            case UPSTREAM_RESET -> reset;
            case RESPONSE_TIMEOUT -> timeout;
            default -> false;
        };
    }

    /** Whether a target's status counts. */
    public boolean has(int status) {
        return statuses.get(status);
    }
}
