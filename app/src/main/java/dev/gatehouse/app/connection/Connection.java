package dev.gatehouse.app.connection;

import dev.gatehouse.app.client.AdminClient;
import dev.gatehouse.app.profile.Environment;
import dev.gatehouse.app.profile.Memory;
import java.net.URI;

/**
 * One gateway on show.
 *
 * @param key names it among all gateways that this console knows, the same at each start; safe as a file's name
 * @param name as its owner calls it
 * @param environment what it is for
 * @param address of its Admin API, scheme, host and port
 * @param client its Admin API; blocks, for background threads only
 * @param live its frames, second by second
 * @param memory what the console remembers for it
 */
public record Connection(
        String key, String name, Environment environment, URI address, AdminClient client, LiveFeed live, Memory memory)
        implements AutoCloseable {
    /** Ends the live frames and writes what is to be remembered. Does not wait. FX thread. */
    @Override
    public void close() {
        live.close();
        memory.close();
        client.close();
    }
}
