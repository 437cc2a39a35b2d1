package dev.gatehouse.app.screen.welcome;

import dev.gatehouse.app.look.Status;

/**
 * One step of a connection test.
 *
 * @param check what is looked at
 * @param status waiting while it runs, then good or bad; off before its turn
 * @param words what was found, or what happened and why
 * @param wayOut what to do about a failure; empty otherwise
 */
public record Step(Check check, Status status, String words, String wayOut) {
    /** What is looked at, in this order. */
    public enum Check {
        RESOLVE("connect.step.resolve"),
        REACH("connect.step.reach"),
        CERTIFICATE("connect.step.certificate"),
        ANSWER("connect.step.answer"),
        TOKEN("connect.step.token"),
        VERSION("connect.step.version");

        private final String key;

        Check(String key) {
            this.key = key;
        }

        /** Its title's key. */
        public String key() {
            return key;
        }
    }
}
