package dev.gatehouse.engine.http;

import dev.gatehouse.engine.fault.Fault;
import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.DefaultLastHttpContent;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.codec.http2.Http2Error;
import io.netty.handler.codec.http2.Http2Headers;
import io.netty.handler.codec.http2.Http2Stream;
import io.netty.util.AsciiString;
import io.netty.util.ReferenceCountUtil;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A stream of an HTTP/2 connection to a target: one exchange, one stream. */
final class Http2Upstream implements UpstreamSide {
    private static final AsciiString TRAILERS = AsciiString.cached("trailers");
    private static final AsciiString PROTOCOL = Http2Headers.PseudoHeaderName.PROTOCOL.value();

    private final Http2UpstreamConnection connection;
    private final boolean reused;
    private @Nullable Relay relay;
    private @Nullable Http2Headers head;
    private @Nullable Http2Stream stream;
    private boolean headReceived;
    private boolean responseEnded;
    private boolean untouched;
    private boolean paused;
    private int owed;
    /** The key of the WebSocket that was asked for; null for none. A stream needs none, but the answer is checked by it. */
    private @Nullable String webSocket;

    private boolean tunnel;
    private boolean waits;

    Http2Upstream(Http2UpstreamConnection connection, Relay relay, boolean reused) {
        this.connection = connection;
        this.relay = relay;
        this.reused = reused;
    }

    // What the exchange asks for

    @Override
    public void write(HttpObject part) {
        try {
            if (part instanceof HttpRequest request) {
                head = fields(request); // goes out with what follows, which may be the end
            } else {
                writePart((HttpContent) part);
            }
        } finally {
            ReferenceCountUtil.release(part);
        }
    }

    private Http2Headers fields(HttpRequest request) {
        HttpHeaders headers = request.headers();
        Http2Headers fields = Http2Fields.of(headers)
                .method(request.method().asciiName())
                .scheme(connection.scheme())
                .path(request.uri());
        if (WebSocket.wasAskedFor(headers)) {
            webSocket = headers.get(HttpHeaderNames.SEC_WEBSOCKET_KEY, "");
            fields.method(HttpMethod.CONNECT.asciiName()).set(PROTOCOL, HttpHeaderValues.WEBSOCKET);
            fields.remove(HttpHeaderNames.SEC_WEBSOCKET_KEY);
        }
        String authority = headers.get(HttpHeaderNames.HOST);
        if (authority != null) {
            fields.authority(authority);
        }
        if (GrpcStatus.isGrpc(headers)) {
            fields.set(HttpHeaderNames.TE, TRAILERS); // a gRPC server insists on it
        }
        return fields;
    }

    private void writePart(HttpContent part) {
        if (webSocket != null && !tunnel) {
            begin(false); // the request has no body, and its stream no end
            return;
        }
        boolean last = part instanceof LastHttpContent;
        boolean readable = part.content().isReadable();
        boolean trailers = last && !((LastHttpContent) part).trailingHeaders().isEmpty();
        boolean ends = last && !trailers;
        boolean first = head != null;
        begin(ends && !readable);
        Http2Stream to = stream;
        if (to == null) {
            return; // no stream could be opened; the relay has been told
        }
        if (readable || ends && !first) {
            connection.writeData(to, part.content().retain(), ends);
        }
        if (trailers) {
            connection.writeHeaders(to.id(), Http2Fields.of(((LastHttpContent) part).trailingHeaders()), true);
        }
    }

    private void begin(boolean last) {
        Http2Headers first = head;
        if (first == null) {
            return;
        }
        if (webSocket == null || connection.takesWebSockets()) {
            head = null;
            stream = connection.open(this, first, last);
        } else if (!waits) {
            waits = true;
            connection.whenSettled(this);
        }
    }

    /** The target has said what it allows. */
    void settled() {
        if (relay == null) {
            return;
        }
        if (connection.takesWebSockets()) {
            flush();
        } else {
            untouched = true;
            broken(Fault.UPSTREAM_RESET, "the target takes no WebSockets over HTTP/2");
        }
    }

    @Override
    public void flush() {
        begin(false);
        connection.flushLater();
    }

    @Override
    public boolean isWritable() {
        return stream == null || connection.isWritable(stream);
    }

    @Override
    public void reading(boolean on) {
        paused = !on;
        if (on && owed > 0 && stream != null) {
            int bytes = owed;
            owed = 0;
            connection.consumed(stream, bytes);
        }
    }

    @Override
    public void tunnel() {
        tunnel = true;
    }

    @Override
    public boolean isReused() {
        return reused;
    }

    @Override
    public boolean isUntouched() {
        return untouched;
    }

    @Override
    public void release(boolean reusable) {
        relay = null;
        head = null;
        Http2Stream last = stream;
        if (last != null && !(responseEnded && reusable)) {
            connection.reset(last, Http2Error.CANCEL);
        }
        connection.detached(last == null);
    }

    // What the target says

    void headers(Http2Headers fields, boolean last) {
        if (headReceived) {
            end(fields);
            return;
        }
        Relay to = relay;
        if (to == null) {
            return;
        }
        int status = status(fields);
        HttpResponse response = new DefaultHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.valueOf(status));
        copy(fields, response.headers());
        if (status < 100 || status == 101 || status > 599) {
            to.broken(Fault.UPSTREAM_INVALID, "the target answered with status " + status);
        } else if (status < 200) {
            to.informational(response);
        } else if (webSocket != null && status < 300) {
            headReceived = true;
            responseEnded = last;
            to.switched(switching(response.headers(), webSocket));
            if (last && relay != null) {
                relay.responsePart(LastHttpContent.EMPTY_LAST_CONTENT, false);
            }
        } else {
            headReceived = true;
            responseEnded = last;
            if (last && !response.headers().contains(HttpHeaderNames.CONTENT_LENGTH)) {
                describeEmpty(response);
            }
            to.responseHead(response);
            if (last && relay != null) {
                relay.responsePart(LastHttpContent.EMPTY_LAST_CONTENT, true);
            }
        }
    }

    /** What a target that speaks HTTP/1.1 would have answered. */
    private static HttpResponse switching(HttpHeaders headers, String key) {
        HttpResponse response =
                new DefaultHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.SWITCHING_PROTOCOLS, headers);
        headers.set(HttpHeaderNames.CONNECTION, HttpHeaderValues.UPGRADE);
        headers.set(HttpHeaderNames.UPGRADE, HttpHeaderValues.WEBSOCKET);
        headers.set(HttpHeaderNames.SEC_WEBSOCKET_ACCEPT, WebSocket.accept(key.strip()));
        return response;
    }

    private static int status(Http2Headers fields) {
        String status = String.valueOf(fields.status());
        return status.length() == 3 && status.chars().allMatch(c -> c >= '0' && c <= '9')
                ? Integer.parseInt(status)
                : 0;
    }

    /** An HTTP/1.1 client learns that there is no body without a chunk that says so. */
    private static void describeEmpty(HttpResponse response) {
        int status = response.status().code();
        if (status != 204 && status != 205 && status != 304 && !GrpcStatus.isGrpc(response.headers())) {
            response.headers().set(HttpHeaderNames.CONTENT_LENGTH, HttpHeaderValues.ZERO);
        }
    }

    private static void copy(Http2Headers from, HttpHeaders to) {
        for (Map.Entry<CharSequence, CharSequence> field : from) {
            if (field.getKey().charAt(0) != ':') {
                to.add(field.getKey(), field.getValue());
            }
        }
    }

    private void end(Http2Headers trailers) {
        responseEnded = true;
        if (relay != null) {
            DefaultLastHttpContent last = new DefaultLastHttpContent();
            copy(trailers, last.trailingHeaders());
            relay.responsePart(last, true);
        }
    }

    /** A part of the response's body; returns how many bytes the target may send in their place. */
    int data(ByteBuf data, int padding, boolean last) {
        int bytes = data.readableBytes() + padding;
        Relay to = relay;
        if (to == null) {
            return bytes;
        }
        responseEnded = last;
        HttpContent part = last ? new DefaultLastHttpContent(data.retain()) : new DefaultHttpContent(data.retain());
        to.responsePart(part, true);
        if (paused && !last) {
            owed += bytes;
            return 0;
        }
        return bytes;
    }

    void readComplete() {
        if (relay != null) {
            relay.responseReadComplete();
        }
    }

    void writable() {
        if (relay != null) {
            relay.writable();
        }
    }

    /** The target has reset the stream. */
    void reset(long code) {
        Http2Error error = Http2Error.valueOf(code);
        untouched = error == Http2Error.REFUSED_STREAM;
        if (!responseEnded) {
            broken(Fault.UPSTREAM_RESET, "the target reset the stream with " + (error == null ? code : error.name()));
        }
    }

    /** The stream is no more, and nothing was said about it. */
    void closed(boolean unseen) {
        untouched |= unseen;
        if (!responseEnded) {
            broken(
                    Fault.UPSTREAM_RESET,
                    unseen
                            ? "the target went away before it looked at the request"
                            : "the target closed the connection before its response was whole");
        }
    }

    void broken(Fault fault, String detail) {
        if (relay != null) {
            relay.broken(fault, detail);
        }
    }
}
