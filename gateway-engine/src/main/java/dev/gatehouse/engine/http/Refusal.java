package dev.gatehouse.engine.http;

import dev.gatehouse.engine.fault.Fault;

/** Why a request is refused before it is routed. Without a stack trace: it is an answer, not an accident. */
final class Refusal extends Exception {
    private static final long serialVersionUID = 1L;

    private final Fault fault;
    private final String detail;

    Refusal(Fault fault, String detail) {
        super(detail, null, false, false);
        this.fault = fault;
        this.detail = detail;
    }

    Fault fault() {
        return fault;
    }

    String detail() {
        return detail;
    }
}
