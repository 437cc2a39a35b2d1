package dev.gatehouse.app.client;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How configuration is written.
 *
 * @param message stands with the revision in the history; empty for the gateway's own words, or none
 * @param confirm the gateway goes back by itself after this time unless it is told to keep the revision; null to keep it
 * @param dryRun checks everything and changes nothing
 */
public record WriteOptions(String message, @Nullable Duration confirm, boolean dryRun) {
    /** Applies for good. */
    public static WriteOptions plain(String message) {
        return new WriteOptions(message, null, false);
    }

    /** As the query of a request; empty for none. */
    String query() {
        List<String> parts = new ArrayList<>();
        if (!message.isEmpty()) {
            parts.add("message=" + URLEncoder.encode(message, StandardCharsets.UTF_8));
        }
        if (confirm != null) {
            parts.add("confirm=" + confirm.toSeconds() + "s");
        }
        if (dryRun) {
            parts.add("dryRun=true");
        }
        return parts.isEmpty() ? "" : "?" + String.join("&", parts);
    }
}
