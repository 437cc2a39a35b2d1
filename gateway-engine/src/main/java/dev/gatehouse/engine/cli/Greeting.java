package dev.gatehouse.engine.cli;

import dev.gatehouse.engine.Gateway;
import java.io.PrintWriter;
import java.net.InetSocketAddress;
import java.nio.file.Path;

/** What a started gateway says of itself. */
final class Greeting {
    private Greeting() {}

    static void print(PrintWriter out, Path dataDirectory, Gateway gateway) {
        out.println("Gatehouse " + Gateway.VERSION + " is running, revision " + gateway.revision());
        gateway.listeners().forEach((name, address) -> out.println("  listener " + name + "  " + url(address)));
        out.println("  Admin API  " + url(gateway.adminAddress()) + "/admin/v1");
        out.println("  token      " + dataDirectory.resolve("admin.token"));
        out.flush();
    }

    static String url(InetSocketAddress address) {
        String host = address.getAddress().getHostAddress();
        return "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + address.getPort();
    }
}
