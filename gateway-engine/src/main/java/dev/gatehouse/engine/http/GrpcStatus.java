package dev.gatehouse.engine.http;

import dev.gatehouse.engine.fault.Fault;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.util.AsciiString;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Faults for a client that speaks gRPC: it reads no problem documents, but a status in the trailers, which may come in the
 * head of a response without a body.
 */
enum GrpcStatus {
    CANCELLED(1),
    INVALID_ARGUMENT(3),
    DEADLINE_EXCEEDED(4),
    PERMISSION_DENIED(7),
    RESOURCE_EXHAUSTED(8),
    UNIMPLEMENTED(12),
    INTERNAL(13),
    UNAVAILABLE(14),
    UNAUTHENTICATED(16);

    private static final AsciiString STATUS = AsciiString.cached("grpc-status");
    private static final AsciiString MESSAGE = AsciiString.cached("grpc-message");
    private static final String GRPC = "application/grpc";

    private final String code;

    GrpcStatus(int code) {
        this.code = Integer.toString(code);
    }

    /** Whether a request is a gRPC call. */
    static boolean isGrpc(HttpHeaders headers) {
        String type = headers.get(HttpHeaderNames.CONTENT_TYPE);
        return type != null && type.regionMatches(true, 0, GRPC, 0, GRPC.length());
    }

    /** What a fault is called there whose HTTP status this is. */
    static GrpcStatus of(int status) {
        return switch (status) {
            case 401 -> UNAUTHENTICATED;
            case 403 -> PERMISSION_DENIED;
            case 404, 405 -> UNIMPLEMENTED;
            case 408, 504 -> DEADLINE_EXCEEDED;
            case 413, 429, 431 -> RESOURCE_EXHAUSTED;
            case 499 -> CANCELLED;
            case 502, 503 -> UNAVAILABLE;
            default -> status < 500 ? INVALID_ARGUMENT : INTERNAL;
        };
    }

    /** The head of the response that tells a fault. */
    static HttpHeaders of(Fault fault, int status, @Nullable String detail, HttpHeaders more) {
        return new DefaultHttpHeaders()
                .set(more)
                .set(HttpHeaderNames.CONTENT_TYPE, GRPC)
                .set(STATUS, of(status).code)
                .set(MESSAGE, encoded(fault.code() + ": " + (detail == null ? fault.meaning() : detail)));
    }

    /** As gRPC over HTTP/2 wants it: UTF-8, with what is not printable ASCII as percent and two digits. */
    private static String encoded(String message) {
        StringBuilder out = new StringBuilder(message.length());
        for (byte b : message.getBytes(StandardCharsets.UTF_8)) {
            if (b >= ' ' && b <= '~' && b != '%') {
                out.append((char) b);
            } else {
                out.append(String.format("%%%02X", b & 0xff));
            }
        }
        return out.toString();
    }
}
