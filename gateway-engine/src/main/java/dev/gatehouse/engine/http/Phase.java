package dev.gatehouse.engine.http;

/** How far the way to a target has come. */
enum Phase {
    PERMIT("while it waited for a place in the upstream's pool"),
    CONNECT("while a connection to the target was opened"),
    PAUSE("between two attempts"),
    REQUEST("while the request was sent"),
    RESPONSE("while the target had not answered yet"),
    DISCARD("between two attempts"),
    BODY("during the response"),
    OVER("after the response");

    private final String words;

    Phase(String words) {
        this.words = words;
    }

    /** When something happened that happened now. */
    String words() {
        return words;
    }
}
