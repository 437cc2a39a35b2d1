package dev.gatehouse.engine.http;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelFuture;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultLastHttpContent;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.codec.http2.Http2Error;
import io.netty.handler.codec.http2.Http2Headers;
import io.netty.handler.codec.http2.Http2Stream;
import io.netty.util.ReferenceCountUtil;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A stream of a client's HTTP/2 connection: one exchange. Its window is the back-pressure: bytes that the exchange cannot
 * pass on are not given back to the client.
 */
final class Http2Client implements ClientSide {
    private enum Tunnel {
        NONE,
        ASKED,
        OPEN
    }

    /** How much of a request is read and thrown away after an early answer. */
    private static final int MOST_DISCARDED = 64 * 1024;

    private final Http2ClientConnection connection;
    private final Http2Stream stream;
    private @Nullable Exchange exchange;
    private @Nullable Http2Headers head;
    private @Nullable ChannelFuture written;
    private boolean requestComplete;
    private boolean responseEnded;
    private boolean paused;
    private int owed;
    private int discarded;
    private @Nullable Timed linger;
    private Tunnel tunnel = Tunnel.NONE;

    Http2Client(Http2ClientConnection connection, Http2Stream stream) {
        this.connection = connection;
        this.stream = stream;
    }

    boolean isRequestComplete() {
        return requestComplete;
    }

    void serve(Exchange next) {
        exchange = next;
    }

    /** The client asks for a tunnel: its request ends here, and its stream goes on. */
    void asksForTunnel() {
        tunnel = Tunnel.ASKED;
        if (exchange != null) {
            exchange.requestPart(LastHttpContent.EMPTY_LAST_CONTENT);
        }
    }

    /** A part of the request's body; returns how many bytes the client may send in their place. */
    int data(ByteBuf data, int padding, boolean last) {
        requestComplete |= last;
        Exchange to = exchange;
        int bytes = data.readableBytes() + padding;
        if (tunnel == Tunnel.ASKED) {
            connection.reset(stream, Http2Error.PROTOCOL_ERROR); // it does not wait for the answer
            return bytes;
        }
        if (to == null) {
            return discarded(bytes);
        }
        to.requestPart(last ? new DefaultLastHttpContent(data.retain()) : new DefaultHttpContent(data.retain()));
        if (paused) {
            owed += bytes;
            return 0;
        }
        return bytes;
    }

    /** What still comes of a request that was answered; too much of it is not waited for. */
    private int discarded(int bytes) {
        discarded += bytes;
        if (discarded > MOST_DISCARDED && written != null && written.isDone()) {
            connection.reset(stream, Http2Error.NO_ERROR);
        }
        return bytes;
    }

    /** The request has ended, with trailers or without. */
    void requestEnd(@Nullable Http2Headers trailers) {
        requestComplete = true;
        Exchange to = exchange;
        if (to == null) {
            return;
        }
        LastHttpContent last = LastHttpContent.EMPTY_LAST_CONTENT;
        if (trailers != null && !trailers.isEmpty()) {
            last = new DefaultLastHttpContent();
            for (var trailer : trailers) {
                last.trailingHeaders().add(trailer.getKey(), trailer.getValue());
            }
        }
        to.requestPart(last);
    }

    /** What came in one go has been handed on. */
    void readComplete() {
        if (exchange != null) {
            exchange.requestReadComplete();
        }
    }

    /** The stream breaks the protocol. */
    void broken(Refusal refusal) {
        if (exchange != null) {
            exchange.requestBroken(refusal);
        }
    }

    /** The client takes more again. */
    void writable() {
        if (exchange != null) {
            exchange.clientWritable();
        }
    }

    /** The stream is no more. */
    void closed() {
        if (linger != null) {
            connection.forget(linger);
        }
        Exchange interrupted = exchange;
        if (interrupted != null && !responseEnded) {
            exchange = null;
            connection.exchangeOver(false);
            interrupted.clientGone();
        }
    }

    @Override
    public void write(HttpObject part) {
        try {
            if (part instanceof HttpResponse response) {
                writeHead(response);
            }
            if (part instanceof HttpContent content && !isInformational(part)) {
                writePart(content);
            }
        } finally {
            ReferenceCountUtil.release(part);
        }
    }

    private static boolean isInformational(HttpObject part) {
        return part instanceof HttpResponse response && response.status().codeClass() == HttpStatusClass.INFORMATIONAL;
    }

    private void writeHead(HttpResponse response) {
        int status = response.status().code();
        if (status == 204 || status == 205) {
            response.headers().remove(HttpHeaderNames.CONTENT_LENGTH);
        }
        Http2Headers fields = Http2Fields.of(response.headers());
        fields.status(response.status().codeAsText());
        if (isInformational(response)) {
            if (status != 101) {
                connection.writeHeaders(stream, fields, false);
            }
        } else {
            head = fields; // goes out with what follows, which may be the end
        }
    }

    private void writePart(HttpContent content) {
        boolean last = content instanceof LastHttpContent;
        boolean trailers =
                last && !((LastHttpContent) content).trailingHeaders().isEmpty();
        boolean readable = content.content().isReadable();
        boolean ends = last && !trailers;
        Http2Headers before = head;
        responseEnded |= last; // before it is written: that may close the stream at once
        if (before != null) {
            head = null;
            written = connection.writeHeaders(stream, before, ends && !readable);
        }
        if (readable || ends && before == null) {
            written = connection.writeData(stream, content.content().retain(), ends);
        }
        if (trailers) {
            written = connection.writeHeaders(
                    stream, Http2Fields.of(((LastHttpContent) content).trailingHeaders()), true);
        }
    }

    @Override
    public void flush() {
        if (head != null) {
            Http2Headers early = head;
            head = null;
            connection.writeHeaders(stream, early, false);
        }
        connection.flushLater();
    }

    @Override
    public boolean isWritable() {
        return connection.isWritable(stream);
    }

    @Override
    public void reading(boolean on) {
        paused = !on;
        if (on && owed > 0) {
            int bytes = owed;
            owed = 0;
            connection.consumed(stream, bytes);
        }
    }

    @Override
    public ClientSide switched(Exchange to, HttpResponse response) {
        tunnel = Tunnel.OPEN;
        Http2Headers fields = Http2Fields.of(response.headers());
        fields.remove(HttpHeaderNames.SEC_WEBSOCKET_ACCEPT);
        fields.status(HttpResponseStatus.OK.codeAsText()); // RFC 8441 section 5
        connection.writeHeaders(stream, fields, false);
        connection.flushLater();
        return this;
    }

    @Override
    public boolean expectsSwitch() {
        return tunnel == Tunnel.ASKED;
    }

    @Override
    public void done() {
        exchange = null;
        connection.exchangeOver(true);
        if (!requestComplete) {
            linger = connection.afterLinger(() -> {
                // RFC 9113 section 8.1: the rest of the request is not needed
                Objects.requireNonNull(written).addListener(_ -> connection.reset(stream, Http2Error.NO_ERROR));
            });
        }
    }

    @Override
    public void abort() {
        exchange = null;
        connection.exchangeOver(false);
        connection.flushNow(); // what was relayed of the response may be seen; that it is not whole, must be
        connection.reset(stream, Http2Error.INTERNAL_ERROR);
    }
}
