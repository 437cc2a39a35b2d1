package dev.gatehouse.app.screen.traffic;

import dev.gatehouse.app.client.Call;
import dev.gatehouse.app.client.Resend;

/** A call as a command line. */
final class Curl {
    private Curl() {}

    /** As it came, as far as it is recorded: method, host, path and the names of its query. */
    static String of(Call call) {
        String scheme = call.scheme().isEmpty() ? "http" : call.scheme();
        String method = call.method().equals("GET") ? "" : " -X " + quoted(call.method());
        return "curl -i" + method + " " + quoted(scheme + "://" + call.host() + Resend.target(call));
    }

    /** In single quotes, in which a shell reads nothing but their end. */
    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
