package dev.gatehouse.engine.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** An origin whose script decides byte by byte what it does with each connection. */
final class Origin implements AutoCloseable {
    /** What the origin does on one connection. */
    interface Script {
        void run(Connection connection) throws Exception;
    }

    /** The origin's end of a connection. */
    static final class Connection {
        private final Socket socket;
        private final Origin origin;

        Connection(Socket socket, Origin origin) {
            this.socket = socket;
            this.origin = origin;
        }

        /** Reads a head; what it was can be asked of the origin. Empty at the end of the connection. */
        String head() throws IOException {
            ByteArrayOutputStream head = new ByteArrayOutputStream();
            InputStream in = socket.getInputStream();
            for (int b = in.read(); b >= 0; b = in.read()) {
                head.write(b);
                if (head.size() >= 4
                        && head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
                    String text = head.toString(StandardCharsets.ISO_8859_1);
                    origin.heads.add(text);
                    return text;
                }
            }
            return "";
        }

        String read(int bytes) throws IOException {
            return new String(socket.getInputStream().readNBytes(bytes), StandardCharsets.ISO_8859_1);
        }

        void send(String bytes) throws IOException {
            socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
        }

        void reset() throws IOException {
            socket.setSoLinger(true, 0);
            socket.close();
        }

        /** Waits until the gateway closes the connection. */
        boolean isClosedByGateway() {
            try {
                socket.setSoTimeout(10_000);
                return socket.getInputStream().read() < 0;
            } catch (java.net.SocketTimeoutException e) {
                return false;
            } catch (IOException e) {
                return true;
            }
        }

        Socket socket() {
            return socket;
        }
    }

    private final ServerSocket server;
    private final Script script;
    private final BlockingQueue<String> heads = new LinkedBlockingQueue<>();
    private final AtomicInteger connections = new AtomicInteger();
    private final List<Socket> open = new CopyOnWriteArrayList<>();

    private Origin(ServerSocket server, Script script) {
        this.script = script;
        this.server = server;
        Thread.ofVirtual().start(this::accept);
    }

    static Origin that(Script script) throws IOException {
        return new Origin(new ServerSocket(0, 1000, InetAddress.getLoopbackAddress()), script);
    }

    /** An origin that takes connections from a socket of the test's. */
    static Origin at(ServerSocket server, Script script) {
        return new Origin(server, script);
    }

    /** An origin that answers every request on a connection with the same bytes. */
    static Origin answering(String bytes) throws IOException {
        return that(connection -> {
            while (!connection.head().isEmpty()) {
                connection.send(bytes);
            }
        });
    }

    /** An origin that answers the first request with the bytes and closes. */
    static Origin answeringOnce(String bytes) throws IOException {
        return that(connection -> {
            connection.head();
            connection.send(bytes);
        });
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = server.accept();
                connections.incrementAndGet();
                open.add(socket);
                Thread.ofVirtual().start(() -> serve(socket));
            }
        } catch (IOException e) {
            // closed
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            script.run(new Connection(socket, this));
        } catch (Exception e) {
            // the script ends with its connection
        } finally {
            open.remove(socket);
        }
    }

    int port() {
        return server.getLocalPort();
    }

    int connections() {
        return connections.get();
    }

    /** The next head that the origin got. */
    String nextHead() throws InterruptedException {
        String head = heads.poll(10, TimeUnit.SECONDS);
        if (head == null) {
            throw new AssertionError("no request has reached the origin");
        }
        return head;
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket socket : open) {
            socket.close();
        }
    }
}
