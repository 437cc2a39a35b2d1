package dev.gatehouse.engine.store.calls;

import dev.gatehouse.engine.telemetry.filter.CallField;

/** The columns of the table of calls, as a filter names them. */
final class CallColumns {
    static final String ALL = "time_us, id_high, id_low, status, duration_us, attempts, revision, request_bytes,"
            + " response_bytes, route, upstream, target, fault, listener, scheme, protocol, method, host, path, client,"
            + " request_id, detail";

    static final String TABLE = """
        CREATE TABLE IF NOT EXISTS calls(
          time_us BIGINT NOT NULL, id_high BIGINT NOT NULL, id_low BIGINT NOT NULL, status SMALLINT NOT NULL,
          duration_us BIGINT NOT NULL, attempts INTEGER NOT NULL, revision INTEGER NOT NULL,
          request_bytes BIGINT NOT NULL, response_bytes BIGINT NOT NULL, route INTEGER NOT NULL,
          upstream INTEGER NOT NULL, target INTEGER NOT NULL, fault INTEGER NOT NULL, listener INTEGER NOT NULL,
          scheme INTEGER NOT NULL, protocol INTEGER NOT NULL, method VARCHAR NOT NULL, host VARCHAR NOT NULL,
          path VARCHAR NOT NULL, client VARCHAR NOT NULL, request_id VARCHAR NOT NULL, detail BLOB NOT NULL)\
        """;

    private CallColumns() {}

    /** The column of a field; an id has two. */
    static String of(CallField field) {
        return switch (field) {
            case TIME -> "time_us";
            case STATUS -> "status";
            case DURATION -> "duration_us";
            case ATTEMPTS -> "attempts";
            case REVISION -> "revision";
            case REQUEST_BYTES -> "request_bytes";
            case RESPONSE_BYTES -> "response_bytes";
            case METHOD -> "method";
            case SCHEME -> "scheme";
            case PROTOCOL -> "protocol";
            case HOST -> "host";
            case PATH -> "path";
            case LISTENER -> "listener";
            case CLIENT -> "client";
            case ROUTE -> "route";
            case UPSTREAM -> "upstream";
            case TARGET -> "target";
            case FAULT -> "fault";
            case REQUEST_ID -> "request_id";
            case ID -> throw new IllegalArgumentException("an id has two columns");
        };
    }

    /** Whether the column holds a number of the dictionary: so do all texts that no client can choose. */
    static boolean isCoded(CallField field) {
        return switch (field) {
            case SCHEME, PROTOCOL, LISTENER, ROUTE, UPSTREAM, TARGET, FAULT -> true;
            default -> false;
        };
    }
}
