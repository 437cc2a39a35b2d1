package dev.gatehouse.engine.demo;

/**
 * An origin's answer.
 *
 * @param json the body
 */
record Reply(int status, String json) {
    static Reply ok(String json) {
        return new Reply(200, json);
    }

    static Reply missing(String what) {
        return new Reply(404, "{\"error\": \"no such " + what + "\"}");
    }
}
