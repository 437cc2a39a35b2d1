package dev.gatehouse.app.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.gatehouse.app.text.Texts;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.sse.EventSource;
import okhttp3.sse.EventSourceListener;
import okhttp3.sse.EventSources;
import org.jspecify.annotations.Nullable;

/**
 * One of a gateway's streams, kept coming: a broken stream is opened again after 1, 2, 4, 8 and then every 15 seconds, and
 * goes on after the last event that came, so that nothing is missed as long as the gateway remembers. All work is done on
 * threads of its own; events and states are told from there, in order, never two at once.
 *
 * @param <T> what an event's data is read as
 */
public final class EventStream<T> implements AutoCloseable {
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);

    private final String url;
    private final String token;
    private final InstantSource clock;
    private final Class<T> type;
    private final Consumer<T> events;
    private final Consumer<Link> links;
    /** What the network still tells after the close comes from other threads at any moment, and is thrown away. */
    private final ScheduledExecutorService worker = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("event-stream").factory(), new ThreadPoolExecutor.DiscardPolicy());
    /** The gateway sends a comment each 10 s; three times that in silence is a dead connection. */
    private final OkHttpClient http;

    private volatile boolean closed;

    // All below belong to the worker.
    private @Nullable EventSource source;
    private @Nullable Future<?> retry;
    private @Nullable String lastId;
    private @Nullable Instant lostSince;
    private int failures;
    /** Counts the sources; what an abandoned one still tells is known by its number. */
    private int generation;

    /** A stream, not yet opened, that believes whom the system trusts. */
    public EventStream(
            URI address,
            String token,
            String path,
            Class<T> type,
            InstantSource clock,
            Consumer<T> events,
            Consumer<Link> links) {
        this(address, token, Trust.SYSTEM, path, type, clock, events, links);
    }

    /**
     * A stream, not yet opened.
     *
     * @param address of the Admin API
     * @param trust whom to believe over TLS
     * @param path after {@code /admin/v1}, with its query
     * @param events gets each event
     * @param links gets each change of state
     */
    public EventStream(
            URI address,
            String token,
            Trust trust,
            String path,
            Class<T> type,
            InstantSource clock,
            Consumer<T> events,
            Consumer<Link> links) {
        url = address + "/admin/v1" + path;
        http = trust.apply(new OkHttpClient.Builder()
                        .connectTimeout(Duration.ofSeconds(5))
                        .readTimeout(Duration.ofSeconds(30))
                        .followRedirects(false))
                .build();
        this.token = token;
        this.type = type;
        this.clock = clock;
        this.events = events;
        this.links = links;
    }

    /** Opens it, or tries at once instead of waiting; what is open is left alone. */
    public void connect() {
        run(() -> {
            if (source == null) {
                open();
            }
        });
    }

    /** Ends it; nothing is told after. Does not wait. */
    @Override
    public void close() {
        closed = true;
        worker.execute(this::forget);
        worker.shutdown();
        http.connectionPool().evictAll();
        http.dispatcher().executorService().shutdown();
    }

    /** Waits until the last thing was told, after {@link #close}; false if it takes longer. */
    boolean ended(long patience, TimeUnit unit) throws InterruptedException {
        return worker.awaitTermination(patience, unit);
    }

    private void open() {
        if (retry != null) {
            retry.cancel(false);
        }
        links.accept(new Link.Connecting());
        Request.Builder request = new Request.Builder()
                .url(url)
                .header("Accept", "text/event-stream")
                .header("Authorization", "Bearer " + token);
        if (lastId != null) {
            request.header("Last-Event-ID", lastId);
        }
        source = EventSources.createFactory(http).newEventSource(request.build(), new Listener(++generation));
    }

    /** Runs it on the worker, unless this was closed. */
    private void run(Runnable task) {
        worker.execute(() -> {
            if (!closed) {
                task.run();
            }
        });
    }

    private void arrived(@Nullable String id, @Nullable T event, String unreadable) {
        if (id != null) {
            lastId = id;
        }
        if (event == null) {
            broke(Texts.get("live.unreadable", unreadable));
        } else {
            events.accept(event);
        }
    }

    private void broke(String why) {
        Instant now = clock.instant();
        Instant since = lostSince == null ? now : lostSince;
        lostSince = since;
        forget();
        Duration pause = Duration.ofSeconds(Math.min(LONGEST_PAUSE.toSeconds(), 1L << Math.min(failures, 4)));
        failures++;
        retry = worker.schedule(this::reopen, pause.toMillis(), TimeUnit.MILLISECONDS);
        links.accept(new Link.Lost(since, now.plus(pause), why));
    }

    private void reopen() {
        if (source == null) {
            open();
        }
    }

    private void refused(Problem problem) {
        forget();
        String key = problem.status() == 400 ? "live.problem" : "live.refused";
        links.accept(new Link.Refused(clock.instant(), Texts.get(key, problem.words())));
    }

    private void forget() {
        generation++;
        if (source != null) {
            source.cancel();
        }
        source = null;
    }

    /** Whether the same request would be refused again. */
    private static boolean hopeless(int status) {
        return status == 400 || status == 401 || status == 403;
    }

    private String explain(@Nullable Throwable failure) {
        if (failure instanceof ConnectException) {
            return Texts.get("admin.unreachable", URI.create(url).getAuthority());
        }
        String message = failure == null ? null : failure.getMessage();
        return message == null ? Texts.get("live.ended") : Texts.get("live.broke", message);
    }

    /** Brings what OkHttp tells to the worker; what an abandoned source still tells is passed over. */
    private final class Listener extends EventSourceListener {
        private final int mine;

        Listener(int mine) {
            this.mine = mine;
        }

        @Override
        public void onOpen(EventSource eventSource, Response response) {
            run(() -> {
                if (mine == generation) {
                    failures = 0;
                    lostSince = null;
                    links.accept(new Link.Open());
                }
            });
        }

        @Override
        public void onEvent(EventSource eventSource, @Nullable String id, @Nullable String name, String data) {
            // Read here, before the next event is taken from the socket: who reads slowly is sent slowly.
            T event = null;
            String unreadable = "";
            try {
                event = Json.MAPPER.readValue(data, type);
            } catch (JsonProcessingException e) {
                unreadable = String.valueOf(e.getOriginalMessage());
            }
            T read = event;
            String why = unreadable;
            run(() -> {
                if (mine == generation) {
                    arrived(id, read, why);
                }
            });
        }

        @Override
        public void onClosed(EventSource eventSource) {
            run(() -> {
                if (mine == generation) {
                    broke(Texts.get("live.ended"));
                }
            });
        }

        @Override
        public void onFailure(EventSource eventSource, @Nullable Throwable t, @Nullable Response response) {
            Problem problem = read(response);
            run(() -> {
                if (mine != generation) {
                    return;
                }
                if (problem != null && hopeless(problem.status())) {
                    refused(problem);
                } else {
                    broke(problem == null ? explain(t) : Texts.get("live.problem", problem.words()));
                }
            });
        }

        /** What the gateway said, null if it did not answer or its stream broke later. */
        private static @Nullable Problem read(@Nullable Response response) {
            if (response == null || response.code() == 200) {
                return null;
            }
            try {
                return Problem.of(response);
            } catch (IOException | IllegalStateException e) {
                return Problem.of(response.code(), MissingNode.getInstance());
            }
        }
    }
}
