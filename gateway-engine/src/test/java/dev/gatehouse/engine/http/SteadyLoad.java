package dev.gatehouse.engine.http;

import java.io.Closeable;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Clients that together send a number of requests a second, each on a schedule of its own: one that was late catches up, so
 * that a stall of the gateway costs it no requests. A client that finds something wrong says what, and goes on.
 */
final class SteadyLoad implements AutoCloseable {
    /** One request of a client, checked; throws what is wrong with its answer. */
    interface Client extends Closeable {
        void request() throws Exception;
    }

    /** Makes clients, each with a connection of its own. */
    interface Maker {
        Client client() throws Exception;
    }

    private static final long SECOND = 1_000_000_000L;

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Future<?>> running = new ArrayList<>();
    private final Queue<String> wrong = new ConcurrentLinkedQueue<>();
    private final AtomicInteger sent = new AtomicInteger();
    private volatile boolean stopped;

    /** Lets clients begin that together send so many requests a second. */
    void begin(int clients, int perSecond, Maker maker) {
        long pause = SECOND * clients / perSecond;
        for (int i = 0; i < clients; i++) {
            running.add(threads.submit(() -> run(maker, pause)));
        }
    }

    private void run(Maker maker, long pause) {
        long next = System.nanoTime();
        try (Client client = maker.client()) {
            while (!stopped) {
                client.request();
                sent.incrementAndGet();
                next += pause;
                while (!stopped && System.nanoTime() < next) {
                    LockSupport.parkNanos(next - System.nanoTime());
                }
            }
        } catch (Exception | AssertionError e) {
            wrong.add(e.toString());
        }
    }

    /** How many requests have been answered rightly. */
    int sent() {
        return sent.get();
    }

    /** Waits for the last answers; what was wrong, one line for each client that gave up. */
    List<String> end() throws Exception {
        stopped = true;
        for (Future<?> one : running) {
            one.get();
        }
        return List.copyOf(wrong);
    }

    @Override
    public void close() {
        stopped = true;
        threads.close();
    }
}
