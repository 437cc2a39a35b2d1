package dev.gatehouse.engine.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A client that sends exactly the bytes it is told and says exactly what came back, and how it ended. */
final class RawClient implements AutoCloseable {
    /** How the response's body ended. */
    enum Ending {
        /** By its length, its last chunk, or because it has none. */
        WHOLE,
        /** By the end of the connection, which is right only where nothing else delimits it. */
        CLOSED,
        /** By the end of the connection though more was announced. */
        CUT,
        /** By a reset. */
        RESET
    }

    /** A response as it came over the wire. */
    record Answer(int status, List<String> headers, String body, List<String> trailers, Ending ending) {
        @Nullable
        String header(String name) {
            String prefix = name.toLowerCase(Locale.ROOT) + ":";
            return headers.stream()
                    .filter(h -> h.toLowerCase(Locale.ROOT).startsWith(prefix))
                    .map(h -> h.substring(prefix.length()).strip())
                    .findFirst()
                    .orElse(null);
        }
    }

    private final Socket socket;
    private final InputStream in;

    RawClient(int port) throws IOException {
        this(new Socket(InetAddress.getLoopbackAddress(), port));
    }

    RawClient(Socket connected) throws IOException {
        socket = connected;
        socket.setSoTimeout(10_000);
        socket.setTcpNoDelay(true);
        in = socket.getInputStream();
    }

    void send(String bytes) throws IOException {
        send(bytes.getBytes(StandardCharsets.ISO_8859_1));
    }

    void send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
    }

    /** Reads one response to a request other than HEAD. */
    Answer answer() throws IOException {
        return answer(false);
    }

    Answer answer(boolean toHead) throws IOException {
        String statusLine = line();
        if (statusLine == null) {
            return new Answer(0, List.of(), "", List.of(), Ending.CLOSED);
        }
        int status = Integer.parseInt(statusLine.substring(9, 12));
        List<String> headers = lines();
        Answer head = new Answer(status, headers, "", List.of(), Ending.WHOLE);
        if (toHead || status == 204 || status == 304 || status < 200) {
            return head;
        }
        String length = head.header("content-length");
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        List<String> trailers = List.of();
        Ending ending;
        try {
            if (length != null) {
                ending = copy(body, Integer.parseInt(length)) ? Ending.WHOLE : Ending.CUT;
            } else if ("chunked".equals(head.header("transfer-encoding"))) {
                ending = Ending.WHOLE;
                while (true) {
                    String size = line();
                    if (size == null) {
                        ending = Ending.CUT;
                        break;
                    }
                    int bytes = Integer.parseInt(size, 16);
                    if (bytes == 0) {
                        trailers = lines();
                        break;
                    }
                    if (!copy(body, bytes) || line() == null) {
                        ending = Ending.CUT;
                        break;
                    }
                }
            } else {
                copy(body, Integer.MAX_VALUE);
                ending = Ending.CLOSED;
            }
        } catch (SocketException e) {
            ending = Ending.RESET;
        }
        return new Answer(status, headers, body.toString(StandardCharsets.UTF_8), trailers, ending);
    }

    private boolean copy(ByteArrayOutputStream to, int bytes) throws IOException {
        for (int i = 0; i < bytes; i++) {
            int b = in.read();
            if (b < 0) {
                return false;
            }
            to.write(b);
        }
        return true;
    }

    private List<String> lines() throws IOException {
        List<String> lines = new ArrayList<>();
        for (String line = line(); line != null && !line.isEmpty(); line = line()) {
            lines.add(line);
        }
        return lines;
    }

    private @Nullable String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = in.read(); b >= 0; b = in.read()) {
            if (b == '\n') {
                String text = line.toString(StandardCharsets.ISO_8859_1);
                return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
            }
            line.write(b);
        }
        return line.size() == 0 ? null : line.toString(StandardCharsets.ISO_8859_1);
    }

    /** Whether the gateway closes the connection; waits for it. */
    boolean isClosedByGateway() throws IOException {
        try {
            return in.read() < 0;
        } catch (SocketTimeoutException e) {
            return false;
        } catch (SocketException e) {
            return true;
        }
    }

    /** Bytes that come within a time, without waiting for more. */
    int readSome(byte[] into) throws IOException {
        return in.read(into);
    }

    void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    Socket socket() {
        return socket;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
