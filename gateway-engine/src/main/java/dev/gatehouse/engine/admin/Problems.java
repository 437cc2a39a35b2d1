package dev.gatehouse.engine.admin;

import dev.gatehouse.engine.admin.endpoint.Bodies;
import dev.gatehouse.engine.admin.endpoint.Problem;
import dev.gatehouse.engine.admin.endpoint.Refusal;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import org.eclipse.jetty.io.EofException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns whatever a handler throws into a problem, and never into a page or a stack trace. */
final class Problems {
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
    private static final String MEDIA = "application/problem+json";
    private static final long LINGER_NANOS = 2_000_000_000L;

    private final Function<String, List<String>> methods;

    /**
     * Problems of a server.
     *
     * @param methods the methods that a path knows, empty for an unknown path
     */
    Problems(Function<String, List<String>> methods) {
        this.methods = methods;
    }

    void register(RoutesConfig routes) {
        routes.exception(Refusal.class, (refusal, ctx) -> write(ctx, refusal));
        routes.exception(HttpResponseException.class, (e, ctx) -> write(ctx, translated(e, ctx)));
        routes.exception(EofException.class, (e, ctx) -> LOG.debug("client went away", e));
        routes.exception(Exception.class, (e, ctx) -> {
            LOG.error("{} {} failed", ctx.method(), ctx.path(), e);
            write(ctx, new Refusal(Problem.INTERNAL, "The gateway failed on this request; its log has the cause."));
        });
    }

    private Refusal translated(HttpResponseException e, Context ctx) {
        List<String> known = methods.apply(ctx.path());
        if ((e.getStatus() == 404 || e.getStatus() == 405) && !known.isEmpty()) {
            String allow = String.join(", ", known);
            return new Refusal(Problem.METHOD_NOT_ALLOWED, "This path takes " + allow + ".").header("Allow", allow);
        }
        if (e.getStatus() == 404 || e.getStatus() == 405) {
            return new Refusal(
                    Problem.NOT_FOUND, "There is no " + ctx.path() + "; /admin/v1/openapi.json lists what there is.");
        }
        if (e.getStatus() == 413) {
            return Bodies.tooLarge();
        }
        return new Refusal(e.getStatus() < 500 ? Problem.BAD_REQUEST : Problem.INTERNAL, "The request was refused.");
    }

    private static void write(Context ctx, Refusal refusal) {
        if (ctx.res().isCommitted()) {
            return; // an answer that has begun can only be broken off
        }
        refusal.headers().forEach(ctx::header);
        if (refusal.problem() == Problem.BODY_TOO_LARGE) {
            linger(ctx, Bodies.line(refusal.body()).getBytes(StandardCharsets.UTF_8));
        } else {
            Bodies.answer(ctx, refusal.problem().status(), MEDIA, refusal.body());
        }
    }

    /**
     * Sends the answer at once and then throws away, for a short time, what the client is still sending: closing with
     * unread data would reset the connection, and the client might never see why.
     */
    private static void linger(Context ctx, byte[] body) {
        try {
            ctx.header("Connection", "close");
            ctx.res().setStatus(Problem.BODY_TOO_LARGE.status());
            ctx.res().setContentType(MEDIA);
            ctx.res().setContentLength(body.length);
            ctx.res().getOutputStream().write(body);
            ctx.res().flushBuffer();
            InputStream rest = ctx.req().getInputStream();
            byte[] sink = new byte[16 * 1024];
            long end = System.nanoTime() + LINGER_NANOS;
            int read = 0;
            while (read >= 0 && System.nanoTime() - end < 0) {
                read = rest.read(sink);
            }
        } catch (IOException e) {
            LOG.debug("client went away", e);
        }
    }
}
