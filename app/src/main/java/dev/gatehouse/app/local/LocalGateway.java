package dev.gatehouse.app.local;

import dev.gatehouse.engine.Gateway;
import dev.gatehouse.engine.GatewayOptions;
import dev.gatehouse.engine.StartFailed;
import dev.gatehouse.engine.demo.Demo;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;

/** A gateway that runs in this process. */
public final class LocalGateway implements AutoCloseable {
    private final Gateway gateway;
    private final AutoCloseable whole;
    private final Path directory;

    private LocalGateway(Gateway gateway, AutoCloseable whole, Path directory) {
        this.gateway = gateway;
        this.whole = whole;
        this.directory = directory;
    }

    /** Starts the gateway of the user's data directory. Blocks until it answers. */
    public static LocalGateway startEmbedded() throws LocalStartFailed {
        try {
            Gateway gateway = Gateway.start(GatewayOptions.in(dataDirectory()).embedded());
            return new LocalGateway(gateway, gateway, dataDirectory());
        } catch (StartFailed e) {
            throw new LocalStartFailed(e);
        }
    }

    /** Starts the demo beside the user's data. Blocks until it answers. */
    public static LocalGateway startDemo() throws LocalStartFailed {
        try {
            Demo demo = Demo.start(dataDirectory());
            return new LocalGateway(demo.gateway(), demo, dataDirectory().resolve("demo"));
        } catch (StartFailed e) {
            throw new LocalStartFailed(e);
        }
    }

    /** Where the Admin API listens. */
    public URI address() {
        InetSocketAddress admin = gateway.adminAddress();
        return URI.create("http://" + admin.getAddress().getHostAddress() + ":" + admin.getPort());
    }

    /** The administrator's token. */
    public String token() {
        return gateway.token();
    }

    /** Its data directory. */
    public Path directory() {
        return directory;
    }

    /** Where the listeners take connections, by name. */
    public Map<String, InetSocketAddress> listeners() {
        return gateway.listeners();
    }

    /** Drains and stops; at most ten seconds. */
    @Override
    public void close() {
        try {
            whole.close();
        } catch (Exception e) {
            throw new IllegalStateException("The gateway did not stop cleanly", e);
        }
    }

    /** {@code -Dgatehouse.data=DIR} moves it, as {@code --data} does for the command line. */
    private static Path dataDirectory() {
        String told = System.getProperty("gatehouse.data");
        return told == null ? GatewayOptions.defaultDataDirectory() : Path.of(told);
    }
}
