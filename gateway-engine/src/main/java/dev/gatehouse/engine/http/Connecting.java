package dev.gatehouse.engine.http;

import dev.gatehouse.engine.fault.Fault;

/** Waits for a connection to a target. */
interface Connecting {
    /** No connection could be opened. */
    void connectFailed(Fault fault, String detail);
}
