package dev.gatehouse.engine.http;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http2.DefaultHttp2Headers;
import io.netty.handler.codec.http2.DefaultHttp2HeadersDecoder;
import io.netty.handler.codec.http2.DefaultHttp2HeadersEncoder;
import io.netty.handler.codec.http2.Http2Exception;
import io.netty.handler.codec.http2.Http2Headers;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** An HTTP/2 client, or the target's end of a connection, that sends exactly the frames it is told. */
final class RawHttp2 implements AutoCloseable {
    static final int DATA = 0;
    static final int HEADERS = 1;
    static final int PRIORITY = 2;
    static final int RST_STREAM = 3;
    static final int SETTINGS = 4;
    static final int PING = 6;
    static final int GOAWAY = 7;
    static final int WINDOW_UPDATE = 8;
    static final int CONTINUATION = 9;

    static final int END_STREAM = 1;
    static final int ACK = 1;
    static final int END_HEADERS = 4;

    /** A frame as it came. */
    record Frame(int type, int flags, int stream, byte[] payload) {
        boolean endsStream() {
            return (flags & END_STREAM) != 0;
        }

        int integer(int offset) {
            return ByteBuffer.wrap(payload).getInt(offset);
        }

        String text() {
            return new String(payload, StandardCharsets.UTF_8);
        }
    }

    private final Socket socket;
    private final DataInputStream in;
    private final DefaultHttp2HeadersEncoder encoder = new DefaultHttp2HeadersEncoder();
    private final DefaultHttp2HeadersDecoder decoder = new DefaultHttp2HeadersDecoder(false);

    /** Connects and sends the preface with settings: pairs of an identifier and a value. */
    RawHttp2(int port, int... settings) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(10_000);
        socket.setTcpNoDelay(true);
        in = new DataInputStream(socket.getInputStream());
        send("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        settings(settings);
    }

    private RawHttp2(Socket accepted) throws IOException {
        socket = accepted;
        in = new DataInputStream(socket.getInputStream());
    }

    /** The target's end: takes the gateway's preface and sends settings of its own. */
    static RawHttp2 of(Origin.Connection connection, int... settings) throws IOException {
        RawHttp2 target = new RawHttp2(connection.socket());
        target.in.readNBytes(24);
        target.settings(settings);
        return target;
    }

    private void settings(int... settings) throws IOException {
        ByteBuffer payload = ByteBuffer.allocate(settings.length * 3);
        for (int i = 0; i < settings.length; i += 2) {
            payload.putShort((short) settings[i]).putInt(settings[i + 1]);
        }
        send(frame(SETTINGS, 0, 0, payload.array()));
        send(frame(SETTINGS, ACK, 0));
    }

    static byte[] frame(int type, int flags, int stream, byte... payload) {
        return ByteBuffer.allocate(9 + payload.length)
                .put((byte) (payload.length >> 16))
                .putShort((short) payload.length)
                .put((byte) type)
                .put((byte) flags)
                .putInt(stream)
                .put(payload)
                .array();
    }

    static byte[] integer(int value) {
        return ByteBuffer.allocate(4).putInt(value).array();
    }

    void send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
    }

    void send(int type, int flags, int stream, byte... payload) throws IOException {
        send(frame(type, flags, stream, payload));
    }

    /** Sends the same bytes until the gateway has closed the connection; false if it takes them all. */
    boolean floods(byte[] bytes, int times) {
        try {
            for (int i = 0; i < times; i++) {
                send(bytes);
            }
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    /** A header block of names and values. */
    byte[] block(String... fields) throws Http2Exception {
        Http2Headers headers = new DefaultHttp2Headers(false);
        for (int i = 0; i < fields.length; i += 2) {
            headers.add(fields[i], fields[i + 1]);
        }
        ByteBuf block = Unpooled.buffer();
        encoder.encodeHeaders(1, headers, block);
        return ByteBufUtil.getBytes(block);
    }

    /** Sends the head of a request, with more fields. */
    void request(int stream, boolean last, String method, String path, String... fields) throws Exception {
        String[] all = new String[8 + fields.length];
        System.arraycopy(
                new String[] {":method", method, ":scheme", "http", ":authority", "localhost", ":path", path},
                0,
                all,
                0,
                8);
        System.arraycopy(fields, 0, all, 8, fields.length);
        send(HEADERS, END_HEADERS | (last ? END_STREAM : 0), stream, block(all));
    }

    /** Sends the head of a response. */
    void respond(int stream, boolean last, String status, String... fields) throws Exception {
        String[] all = new String[2 + fields.length];
        all[0] = ":status";
        all[1] = status;
        System.arraycopy(fields, 0, all, 2, fields.length);
        send(HEADERS, END_HEADERS | (last ? END_STREAM : 0), stream, block(all));
    }

    /** Sends a part of a body. */
    void data(int stream, boolean last, String text) throws IOException {
        send(DATA, last ? END_STREAM : 0, stream, text.getBytes(StandardCharsets.UTF_8));
    }

    /** The next frame, or null at the end of the connection. */
    @Nullable
    Frame next() throws IOException {
        try {
            int length = in.readUnsignedByte() << 16 | in.readUnsignedShort();
            int type = in.readUnsignedByte();
            int flags = in.readUnsignedByte();
            int stream = in.readInt();
            return new Frame(type, flags, stream, in.readNBytes(length));
        } catch (EOFException | SocketException e) {
            return null;
        }
    }

    /** The next frame of a type; those of other types are passed over. */
    Frame next(int type) throws IOException {
        for (Frame frame = next(); frame != null; frame = next()) {
            if (frame.type() == type && (type != SETTINGS || frame.flags() == 0)) {
                return frame;
            }
        }
        throw new AssertionError("the connection has ended");
    }

    /** The fields of a HEADERS frame; each is to be decoded once, in order. */
    Http2Headers fields(Frame headers) throws Http2Exception {
        return decoder.decodeHeaders(headers.stream(), Unpooled.wrappedBuffer(headers.payload()));
    }

    /** The error code of the GOAWAY that the gateway sends before it closes; -1 if it closes without. */
    int goAway() throws IOException {
        int code = -1;
        for (Frame frame = next(); frame != null; frame = next()) {
            code = frame.type() == GOAWAY ? frame.integer(4) : code;
        }
        return code;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
