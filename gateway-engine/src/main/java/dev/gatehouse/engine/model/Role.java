package dev.gatehouse.engine.model;

/** What a listener is for. Routes that name no listener are served by every {@link #EDGE} listener. */
public enum Role {
    /** Clients from outside come in here. */
    EDGE,
    /** Only routes that name this listener are served here. */
    INBOUND
}
