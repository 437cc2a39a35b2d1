package dev.gatehouse.app.client;

import com.fasterxml.jackson.databind.JsonNode;

/** A gateway refused a request, or could not be reached. */
public final class AdminFailed extends Exception {
    private final int status;
    private final String code;
    private final transient JsonNode body;

    AdminFailed(int status, String code, String words, JsonNode body) {
        super(words);
        this.status = status;
        this.code = code;
        this.body = body;
    }

    /** The status of the answer; 0 if there was none. */
    public int status() {
        return status;
    }

    /** The gateway's name for the problem, empty if it gave none. */
    public String code() {
        return code;
    }

    /** What happened, in sentences for people. */
    public String words() {
        return String.valueOf(getMessage());
    }

    /** The whole problem document, with {@code violations} and the like; an empty object if there was none. */
    public JsonNode body() {
        return body;
    }
}
