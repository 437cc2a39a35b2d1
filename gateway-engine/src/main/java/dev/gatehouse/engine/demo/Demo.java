package dev.gatehouse.engine.demo;

import dev.gatehouse.engine.Gateway;
import dev.gatehouse.engine.GatewayOptions;
import dev.gatehouse.engine.StartFailed;
import java.net.InetSocketAddress;
import java.nio.file.Path;

/** A gateway with something to look at: sample origins behind it and customers before it. */
public final class Demo implements AutoCloseable {
    private final Origins origins;
    private final Gateway gateway;
    private final Traffic traffic;

    private Demo(Origins origins, Gateway gateway, Traffic traffic) {
        this.origins = origins;
        this.gateway = gateway;
        this.traffic = traffic;
    }

    /** Starts the demo of a data directory, in its folder {@code demo}; it takes free ports where the usual are taken. */
    public static Demo start(Path dataDirectory) throws StartFailed {
        return start(GatewayOptions.in(dataDirectory).embedded());
    }

    /**
     * Starts the demo.
     *
     * @param options of the gateway; the demo uses the folder {@code demo} of their data directory, its own
     *     configuration, and free ports where the usual ones are taken
     */
    public static Demo start(GatewayOptions options) throws StartFailed {
        Path directory = options.dataDirectory().resolve("demo");
        Origins origins = Origins.start();
        try {
            ShopPlan plan = new ShopPlan(directory, origins.addresses());
            Gateway gateway = Gateway.start(new GatewayOptions(
                    directory,
                    options.admin(),
                    plan.document(),
                    options.maxLoops(),
                    true,
                    options.openMetrics(),
                    options.renewal()));
            plan.follow(gateway);
            return new Demo(origins, gateway, Traffic.start(() -> listener(gateway)));
        } catch (StartFailed | RuntimeException e) {
            origins.close();
            throw e;
        }
    }

    private static InetSocketAddress listener(Gateway gateway) {
        var listeners = gateway.listeners();
        InetSocketAddress named = listeners.get("public");
        return named != null ? named : listeners.values().iterator().next();
    }

    /** The gateway. */
    public Gateway gateway() {
        return gateway;
    }

    /** Where customers come in. */
    public InetSocketAddress listener() {
        return listener(gateway);
    }

    @Override
    public void close() {
        traffic.close();
        gateway.close();
        origins.close();
    }
}
