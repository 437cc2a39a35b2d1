package dev.gatehouse.engine.http;

/** The near end of what passes through a relay: how fast the request comes, and how fast the response is taken. */
interface Flow {
    /** Sends what was written. */
    void flush();

    /** Whether more can be written without piling up. */
    boolean isWritable();

    /** Stops or resumes the request's body. */
    void reading(boolean on);
}
