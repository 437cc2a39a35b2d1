package dev.gatehouse.engine.outbound.discovery;

import dev.gatehouse.engine.upstream.Discovered;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks for the targets of one upstream again and again, on a virtual thread, and tells what has come of it. */
final class Look implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Look.class);

    /** Many that look for the same shall not do it in the same moment. */
    private static final double JITTER = 0.1;

    private final Source source;
    private final Runnable told;
    private final CountDownLatch first = new CountDownLatch(1);
    private final Thread thread;
    private Discovered discovered;
    private volatile boolean stopped;

    /**
     * Begins to look.
     *
     * @param told called when other targets than before were found
     */
    Look(Source source, Discovered discovered, Runnable told) {
        this.source = source;
        this.discovered = discovered;
        this.told = told;
        thread = Thread.ofVirtual().name("gatehouse-discovery").unstarted(this);
    }

    Look start() {
        thread.start();
        return this;
    }

    /** Tells this one from now on, which goes on from where the one before was. */
    @SuppressWarnings("ReferenceEquality") // the same object as long as the upstream has not changed
    synchronized void tell(Discovered next) {
        if (next != discovered) {
            next.follow(discovered);
            discovered = next;
        }
    }

    /** Waits for the first look to be over. */
    void await(long nanos) throws InterruptedException {
        if (!first.await(nanos, TimeUnit.NANOSECONDS)) {
            LOG.debug("a first look has not come back yet");
        }
    }

    @Override
    public void run() {
        int failures = 0;
        try {
            while (!stopped) {
                Duration pause;
                try {
                    Source.Answer answer = source.look();
                    failures = 0;
                    pause = answer.pause();
                    good(answer, pause);
                } catch (Source.Failed e) {
                    pause = source.pauseAfter(++failures);
                    bad(String.valueOf(e.getMessage()), pause);
                } catch (RuntimeException e) {
                    LOG.error("A look for targets failed in a way that nobody has thought of", e);
                    pause = source.pauseAfter(++failures);
                    bad("the gateway failed; its log has the cause", pause);
                }
                first.countDown();
                LockSupport.parkNanos((long) (pause.toNanos()
                        * (1 - JITTER * ThreadLocalRandom.current().nextDouble())));
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt(); // stopped while it was asking
        } finally {
            first.countDown();
            source.close();
        }
    }

    private void good(Source.Answer answer, Duration pause) {
        boolean changed;
        synchronized (this) {
            Instant now = Instant.now();
            changed = !stopped && discovered.found(answer.targets(), now, now.plus(pause));
        }
        if (changed) {
            told.run();
        }
    }

    private synchronized void bad(String problem, Duration pause) {
        if (!stopped) {
            Instant now = Instant.now();
            discovered.failed(problem, now, now.plus(pause));
        }
    }

    void stop() {
        synchronized (this) {
            stopped = true;
        }
        thread.interrupt();
    }
}
