package dev.gatehouse.engine.demo;

import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * Customers of the demo: requests through the listener, about 60 a second in gentle waves, at random moments. At most
 * {@value #IN_FLIGHT} are under way; when the gateway is slower than that, customers stay away rather than queue.
 */
final class Traffic implements AutoCloseable {
    private static final int IN_FLIGHT = 64;

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final Semaphore places = new Semaphore(IN_FLIGHT);
    private final SplittableRandom random = new SplittableRandom(20);
    private final Supplier<InetSocketAddress> listener;
    private final Thread thread;
    private volatile boolean closed;

    private Traffic(Supplier<InetSocketAddress> listener) {
        this.listener = listener;
        thread = Thread.ofVirtual().name("demo-traffic").unstarted(this::run);
    }

    /**
     * Begins.
     *
     * @param listener where to send requests; asked before each, since a change of configuration may move it
     */
    static Traffic start(Supplier<InetSocketAddress> listener) {
        Traffic traffic = new Traffic(listener);
        traffic.thread.start();
        return traffic;
    }

    private void run() {
        long begin = System.nanoTime();
        long next = begin;
        while (!closed) {
            double seconds = (next - begin) / 1e9;
            double rate = 60 + 14 * Math.sin(seconds * 2 * Math.PI / 90) + 6 * Math.sin(seconds * 2 * Math.PI / 17);
            // Independent customers: the time between two of them is exponentially distributed.
            next += (long) (-Math.log(1 - random.nextDouble()) / rate * 1e9);
            long wait = next - System.nanoTime();
            if (wait > 0) {
                LockSupport.parkNanos(wait);
            } else if (wait < -1_000_000_000L) {
                next = System.nanoTime(); // the machine slept: do not make up for it
            }
            if (!closed && places.tryAcquire()) {
                send();
            }
        }
    }

    private void send() {
        try {
            InetSocketAddress to = listener.get();
            Errand errand = Errand.any(random);
            String host = to.getAddress().isAnyLocalAddress() ? "127.0.0.1" : to.getHostString();
            HttpRequest.Builder request = HttpRequest.newBuilder()
                    .uri(URI.create("http://" + host + ":" + to.getPort() + errand.target(random)))
                    .timeout(Duration.ofSeconds(10))
                    .header("User-Agent", "gatehouse-demo");
            if (errand.body().isEmpty()) {
                request.method(errand.method(), BodyPublishers.noBody());
            } else {
                request.header("Content-Type", "application/json");
                request.method(errand.method(), BodyPublishers.ofString(errand.body()));
            }
            client.sendAsync(request.build(), BodyHandlers.discarding())
                    .whenComplete((response, failure) -> places.release());
        } catch (RuntimeException e) {
            places.release(); // the listener is gone for the moment
        }
    }

    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
        client.shutdownNow();
        client.close();
    }
}
