package dev.gatehouse.app.work;

/**
 * Something that takes time.
 *
 * @param <T> what comes out
 */
@FunctionalInterface
public interface Work<T> {
    /**
     * Does it, on a thread of its own. An interrupt means that it was cancelled.
     *
     * @param told takes what is to be shown while it runs
     */
    T run(Progress told) throws Exception;
}
