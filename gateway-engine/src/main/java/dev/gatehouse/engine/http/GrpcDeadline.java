package dev.gatehouse.engine.http;

import dev.gatehouse.engine.fault.Fault;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.util.AsciiString;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The time that a gRPC client gives its call ({@code grpc-timeout}): when it has passed, nobody waits any more. */
final class GrpcDeadline extends Timed {
    private static final AsciiString TIMEOUT = AsciiString.cached("grpc-timeout");
    private static final int MOST_DIGITS = 8;
    private static final long LONGEST_NANOS = TimeUnit.DAYS.toNanos(365);

    private final Exchange exchange;
    private final String written;

    private GrpcDeadline(Exchange exchange, String written) {
        this.exchange = exchange;
        this.written = written;
    }

    /** The deadline of a request, running; null if it has none. */
    static @Nullable GrpcDeadline of(Exchange exchange, HttpHeaders headers, Loop loop) {
        String written = headers.get(TIMEOUT);
        long nanos = written == null ? -1 : nanos(written);
        if (nanos < 0) {
            return null;
        }
        GrpcDeadline deadline = new GrpcDeadline(exchange, String.valueOf(written));
        loop.deadline(deadline, nanos);
        return deadline;
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

    @Override
    void expired() {
        exchange.fail(Fault.RESPONSE_TIMEOUT, "the time that the client gives the call, " + written + ", has passed");
    }
}
