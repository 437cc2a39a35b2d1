package dev.gatehouse.engine.fault;

import java.util.Locale;

/**
 * Every way in which the gateway itself ends a request. A constant is the HTTP status, the stable code (RFC 9457 problem
 * {@code code}, metric label, log field, name in {@code docs/faults.md}) and who is to blame.
 */
public enum Fault {
    // The client's doing
    BAD_REQUEST(
            400,
            Blame.CLIENT,
            "Malformed request",
            "The request breaks the rules of HTTP.",
            "Send a request that conforms to RFC 9112; the detail names what is wrong."),
    AMBIGUOUS_PATH(
            400,
            Blame.CLIENT,
            "Ambiguous path",
            "The path could be read in more than one way.",
            "Send the path without encoded slashes, encoded dots, backslashes, empty segments or control characters."),
    INVALID_HOST(
            400,
            Blame.CLIENT,
            "Invalid host",
            "The request has no Host, several, or one that is not a host name.",
            "Send exactly one valid Host header."),
    ROUTE_NOT_FOUND(
            404,
            Blame.CLIENT,
            "No route matches",
            "No route of this listener takes this request.",
            "Look at the nearest routes in the call's decision record."),
    METHOD_NOT_ALLOWED(
            405,
            Blame.CLIENT,
            "Method not allowed",
            "Routes take this path, but not with this method.",
            "Use one of the methods in the Allow header."),
    REQUEST_TIMEOUT(
            408,
            Blame.CLIENT,
            "Request too slow",
            "The request's head or body did not arrive in time.",
            "Send the request faster, or raise the listener's limits."),
    BODY_TOO_LARGE(
            413,
            Blame.CLIENT,
            "Body too large",
            "The request's body is larger than the listener allows.",
            "Send less, or raise the listener's body limit."),
    HTTPS_REQUIRED(
            400,
            Blame.CLIENT,
            "HTTPS required",
            "The request came in plain text where the listener speaks TLS only.",
            "Begin the URL with https."),
    URI_TOO_LONG(
            414,
            Blame.CLIENT,
            "URI too long",
            "The request target is longer than the listener allows.",
            "Shorten the URI, or raise the listener's limit."),
    EXPECTATION_FAILED(
            417,
            Blame.CLIENT,
            "Expectation not supported",
            "The request expects something other than 100-continue.",
            "Leave the Expect header out."),
    WEBSOCKET_VERSION(
            426,
            Blame.CLIENT,
            "WebSocket version not supported",
            "The request asks for a version of WebSocket that is not 13.",
            "Use version 13, the only one there is (RFC 6455)."),
    HEADERS_TOO_LARGE(
            431,
            Blame.CLIENT,
            "Headers too large",
            "The request has more or larger headers than the listener allows.",
            "Send fewer headers, or raise the listener's limits."),
    CLIENT_GONE(
            499,
            Blame.CLIENT,
            "Client gone",
            "The client closed the connection before the answer was complete.",
            "Nothing was sent; look at the client's timeout."),

    // The gateway's doing
    INTERNAL(
            500,
            Blame.GATEWAY,
            "Internal error",
            "The gateway failed while it handled the request.",
            "Report it with the call's id; the engine's log has the cause."),
    NO_CONFIGURATION(
            503,
            Blame.GATEWAY,
            "Not configured",
            "The gateway has no active configuration for this listener.",
            "Apply a configuration."),
    NO_TARGET(
            503,
            Blame.GATEWAY,
            "No target",
            "No target of the upstream may take requests.",
            "Give at least one target a weight above 0, or look why its discovery has found none."),
    POOL_EXHAUSTED(
            503,
            Blame.GATEWAY,
            "Upstream pool exhausted",
            "All connections to the upstream were in use and the wait was full or too long.",
            "Raise the upstream's pool, or find out why its targets are slow."),
    OVERLOADED(
            503,
            Blame.GATEWAY,
            "Overloaded",
            "There are too many requests for the upstream or for the gateway's memory, and this one was refused for"
                    + " it.",
            "Try again after Retry-After; the detail says what was short. The route's importance says who is refused"
                    + " first."),
    CIRCUIT_OPEN(
            503,
            Blame.GATEWAY,
            "Circuit open",
            "Too many requests to the upstream failed or were slow, so that none is sent for a time.",
            "Look at the upstream's targets; /status tells why the circuit is open. A fallback answers meanwhile."),
    FAULT_INJECTED(
            503,
            Blame.GATEWAY,
            "Injected fault",
            "An operator lets requests of this route fail on purpose, for a time; the status is the one chosen for it.",
            "Nothing is broken. GET /injections, or the route in the console, tells who started it and when it ends,"
                    + " and ends it at once."),
    STOPPING(
            503,
            Blame.GATEWAY,
            "Gateway stopping",
            "The gateway is stopping and takes no new requests.",
            "Try again, or use another gateway."),

    // The upstream's doing
    CONNECT_FAILED(
            502,
            Blame.UPSTREAM,
            "Connection failed",
            "No connection to the target could be opened.",
            "Check that the target runs and that its address is right."),
    CONNECT_TIMEOUT(
            504,
            Blame.UPSTREAM,
            "Connection timed out",
            "The target did not accept a connection in time.",
            "Check the network between gateway and target, or raise the connect timeout."),
    TLS_FAILED(
            502,
            Blame.UPSTREAM,
            "TLS handshake failed",
            "The target and the gateway could not agree on TLS; the detail says why.",
            "Look at the target's certificate, and at the upstream's tls settings."),
    UPSTREAM_RESET(
            502,
            Blame.UPSTREAM,
            "Upstream closed the connection",
            "The target closed the connection before it answered.",
            "Look at the target's log for this time."),
    UPSTREAM_INVALID(
            502,
            Blame.UPSTREAM,
            "Invalid upstream response",
            "The target's answer breaks the rules of HTTP.",
            "Look at the target: the detail names what was wrong."),
    RESPONSE_TIMEOUT(
            504,
            Blame.UPSTREAM,
            "Upstream too slow",
            "The target did not begin its answer in time.",
            "Find out why the target is slow, or raise the response timeout."),
    DEADLINE_PASSED(
            504,
            Blame.UPSTREAM,
            "Deadline passed",
            "The request's whole time, given by its route, a proxy in front or the gRPC client, passed before its end.",
            "The detail says what was waited for; find out why that is slow, or raise the route's deadline."),
    UPSTREAM_TRUNCATED(
            502,
            Blame.UPSTREAM,
            "Upstream answer cut off",
            "The target's answer ended before it was complete; the client's was cut off too.",
            "Look at the target's log for this time."),
    RESPONSE_TOO_LARGE(
            502,
            Blame.UPSTREAM,
            "Upstream answer too large",
            "A policy reads the target's answer whole, and it is larger than the policy reads.",
            "Raise the policy's limit, or let the target answer with less."),
    UPSTREAM_STALLED(
            504,
            Blame.UPSTREAM,
            "Upstream answer stalled",
            "The target fell silent within its answer; the client's was cut off too.",
            "Find out why the target stalls, or raise the idle timeout.");

    private final int status;
    private final Blame blame;
    private final String title;
    private final String meaning;
    private final String remedy;
    private final String code;

    Fault(int status, Blame blame, String title, String meaning, String remedy) {
        this.status = status;
        this.blame = blame;
        this.title = title;
        this.meaning = meaning;
        this.remedy = remedy;
        this.code = name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The HTTP status that the client gets; 499 only in records, never on the wire. */
    public int status() {
        return status;
    }

    /** Who is to blame. */
    public Blame blame() {
        return blame;
    }

    /** The problem's title: the same for every occurrence. */
    public String title() {
        return title;
    }

    /** What happened, in a sentence. */
    public String meaning() {
        return meaning;
    }

    /** What to do about it, in a sentence. */
    public String remedy() {
        return remedy;
    }

    /** The stable code, such as {@code route-not-found}. */
    public String code() {
        return code;
    }

    /** The problem's {@code type}: {@code urn:gatehouse:fault:<code>}. */
    public String type() {
        return "urn:gatehouse:fault:" + code;
    }
}
