package dev.gatehouse.engine.http;

import dev.gatehouse.engine.fault.Fault;
import dev.gatehouse.engine.snapshot.CompiledRoute;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.util.AsciiString;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * How long a request may take, from its head to the end of its response: the least of what its route, a trusted proxy and a
 * gRPC client give it. When it has passed, nobody waits any more. The target is told what is left.
 */
final class Deadline extends Timed {
    private static final AsciiString LEFT = AsciiString.cached("x-gatehouse-deadline");
    private static final AsciiString GRPC_TIMEOUT = AsciiString.cached("grpc-timeout");
    private static final int MOST_DIGITS = 8;
    private static final long LONGEST_NANOS = TimeUnit.DAYS.toNanos(365);
    private static final long NANOS_PER_MILLI = TimeUnit.MILLISECONDS.toNanos(1);
    private static final long MOST_MILLIS = 99_999_999;

    private final Exchange exchange;
    private final Loop loop;
    private final long ends;
    private final String given;

    private Deadline(Exchange exchange, Loop loop, long nanos, String given) {
        this.exchange = exchange;
        this.loop = loop;
        this.given = given;
        ends = loop.clock() + nanos;
    }

    /**
     * The deadline of a request, running; null if it has none.
     *
     * @param trusted whether it comes from a proxy whose deadline is believed
     */
    static @Nullable Deadline of(
            Exchange exchange, HttpHeaders headers, CompiledRoute route, boolean trusted, Loop loop) {
        long least = route.deadline();
        String given = least == CompiledRoute.NO_DEADLINE ? "" : "that the route gives, " + millis(least);
        String left = trusted ? headers.get(LEFT) : null;
        long proxy = left == null ? -1 : nanos(left + "m");
        if (proxy >= 0 && proxy < least) {
            least = proxy;
            given = "that the proxy in front gives, " + millis(least);
        }
        String written = headers.get(GRPC_TIMEOUT);
        long client = written == null ? -1 : nanos(written);
        if (client >= 0 && client < least) {
            least = client;
            given = "that the client gives the call, " + written;
        }
        if (given.isEmpty()) {
            return null;
        }
        Deadline deadline = new Deadline(exchange, loop, least, given);
        loop.deadline(deadline, least);
        return deadline;
    }

    /** Writes what is left for the target; at least a millisecond, since none left would mean something else. */
    void tell(HttpHeaders request) {
        long left = Math.clamp((ends - loop.readClock()) / NANOS_PER_MILLI, 1, MOST_MILLIS);
        request.set(LEFT, Long.toString(left));
        if (GrpcStatus.isGrpc(request)) {
            request.set(GRPC_TIMEOUT, left + "m");
        }
    }

    /** A time as gRPC writes it: up to eight digits and a unit; -1 for anything else. More than a year is a year. */
    static long nanos(String written) {
        int digits = written.length() - 1;
        if (digits < 1 || digits > MOST_DIGITS) {
            return -1;
        }
        for (int i = 0; i < digits; i++) {
            if (written.charAt(i) < '0' || written.charAt(i) > '9') {
                return -1;
            }
        }
        TimeUnit unit = switch (written.charAt(digits)) {
            case 'H' -> TimeUnit.HOURS;
            case 'M' -> TimeUnit.MINUTES;
            case 'S' -> TimeUnit.SECONDS;
            case 'm' -> TimeUnit.MILLISECONDS;
            case 'u' -> TimeUnit.MICROSECONDS;
            case 'n' -> TimeUnit.NANOSECONDS;
            default -> null;
        };
        return unit == null ? -1 : Math.min(LONGEST_NANOS, unit.toNanos(Long.parseLong(written, 0, digits, 10)));
    }

    private static String millis(long nanos) {
        return nanos / NANOS_PER_MILLI + " ms";
    }

    @Override
    void expired() {
        exchange.fail(Fault.DEADLINE_PASSED, "the time " + given + ", passed " + exchange.doing());
    }
}
