package dev.gatehouse.engine.admin.stream;

import dev.gatehouse.engine.admin.endpoint.Bodies;
import dev.gatehouse.engine.admin.endpoint.Endpoint;
import dev.gatehouse.engine.telemetry.Subscription;
import io.javalin.http.Context;
import jakarta.servlet.ServletOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The open event streams of a server. */
public final class Streams implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Streams.class);
    private static final Duration COMMENT = Duration.ofSeconds(10);

    private final Set<Thread> writers = ConcurrentHashMap.newKeySet();
    private final long commentNanos;
    private volatile boolean closed;

    /** No streams yet; each will send a comment every 10 seconds. */
    public Streams() {
        this(COMMENT);
    }

    /** No streams yet; each will send a comment after this time, so that whoever stands between keeps it open. */
    public Streams(Duration comment) {
        commentNanos = comment.toNanos();
    }

    /** What a stream is made of. */
    public interface Source<T> {
        /** Begins to deliver items; the consumer never blocks. */
        Subscription subscribe(Consumer<T> consumer);
    }

    /**
     * Writes a stream on the calling thread until the client leaves or the server stops.
     *
     * @param capacity how many items may wait for a slow reader; what comes beyond is dropped,
     *     and a comment says how many
     * @param message makes the event of an item; runs on the calling thread
     */
    public <T> void write(Context ctx, int capacity, Source<T> source, Function<T, Message> message) {
        BlockingQueue<T> waiting = new LinkedBlockingQueue<>(capacity);
        AtomicLong dropped = new AtomicLong();
        writers.add(Thread.currentThread());
        try {
            ServletOutputStream out = begin(ctx);
            Subscription subscription = source.subscribe(item -> {
                if (!waiting.offer(item)) {
                    dropped.incrementAndGet();
                }
            });
            try {
                pump(out, waiting, dropped, message);
            } finally {
                subscription.close();
            }
        } catch (IOException e) {
            LOG.debug("a reader left its stream", e);
        } catch (InterruptedException e) {
            LOG.debug("a stream ends because the server stops", e);
        } finally {
            writers.remove(Thread.currentThread());
        }
    }

    private static ServletOutputStream begin(Context ctx) throws IOException {
        ctx.res().setStatus(200);
        ctx.res().setContentType(Endpoint.EVENTS);
        ctx.res().setHeader("Cache-Control", "no-store");
        ctx.res().setHeader("X-Accel-Buffering", "no");
        ServletOutputStream out = ctx.res().getOutputStream();
        out.write(utf8("retry: 2000\n\n"));
        out.flush();
        return out;
    }

    private <T> void pump(
            ServletOutputStream out, BlockingQueue<T> waiting, AtomicLong dropped, Function<T, Message> message)
            throws IOException, InterruptedException {
        long nextComment = System.nanoTime() + commentNanos;
        while (!closed) {
            T item = waiting.poll(nextComment - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (item != null) {
                long lost = dropped.getAndSet(0);
                if (lost > 0) {
                    out.write(utf8(": " + lost + " dropped, this reader is too slow\n\n"));
                }
                Message event = message.apply(item);
                out.write(utf8("id: " + event.id() + "\ndata: " + Bodies.line(event.data()) + "\n\n"));
            }
            if (System.nanoTime() - nextComment >= 0) {
                out.write(utf8(": still here\n\n"));
                nextComment = System.nanoTime() + commentNanos;
            }
            if (waiting.isEmpty()) {
                out.flush();
            }
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Ends all streams. */
    @Override
    public void close() {
        closed = true;
        writers.forEach(Thread::interrupt);
    }
}
