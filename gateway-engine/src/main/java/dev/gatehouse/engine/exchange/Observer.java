package dev.gatehouse.engine.exchange;

/** Sees the requests of one event loop begin and end; never blocks and never throws. Called on that loop only. */
public interface Observer {
    /**
     * A request's route is known.
     *
     * @param record filled in as far as the route and, if the route has one, the upstream
     */
    void started(DecisionRecord record);

    /**
     * A request has ended, whatever its outcome.
     *
     * @param record complete; reused after the return
     */
    void ended(DecisionRecord record);

    /**
     * A copy of a request that a mirror made has ended. No client has seen it: it counts at its upstream alone.
     *
     * @param record complete; reused after the return
     */
    default void copied(DecisionRecord record) {}

    /** Makes the observers of the event loops. */
    @FunctionalInterface
    interface Factory {
        /**
         * Makes the observer of one loop.
         *
         * @param loop the loop's number, from 0
         */
        Observer forLoop(int loop);
    }
}
