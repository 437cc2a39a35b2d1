package dev.gatehouse.app.screen;

/** Decisions in the middle of the window. */
@FunctionalInterface
public interface Questions {
    /**
     * Asks; what changes nothing is the safe answer. FX thread, does not wait.
     *
     * @param title the question
     * @param no the safe answer, a verb
     * @param yes the other, a verb
     * @param action what the other does
     */
    void ask(String title, String words, String no, String yes, Runnable action);
}
