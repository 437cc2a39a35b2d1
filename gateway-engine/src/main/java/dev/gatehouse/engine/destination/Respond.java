package dev.gatehouse.engine.destination;

import dev.gatehouse.engine.model.Declaration;
import dev.gatehouse.engine.model.Ordered;
import dev.gatehouse.engine.model.Setting;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** A fixed answer. */
@Declaration(title = "Answer", help = "A fixed answer.", example = "{status: 204}")
public record Respond(
        @Setting(title = "Status", help = "The HTTP status.", byDefault = "200", min = "200", max = "599")
        int status,

        @Setting(
                title = "Headers",
                help = "Headers of the answer; those that frame the message are the gateway's.",
                keys = Setting.Format.HEADER_NAME,
                format = Setting.Format.HEADER_VALUE,
                max = "100")
        Map<String, String> headers,

        @Setting(
                title = "Body",
                help = "The answer's body, sent as UTF-8.",
                byDefault = "",
                format = Setting.Format.LINES,
                max = "1048576")
        String body) {
    /** What the gateway itself writes; a second opinion on them would break the message. */
    private static final Set<String> FRAMING =
            Set.of("connection", "content-length", "keep-alive", "trailer", "transfer-encoding", "upgrade");

    public Respond {
        headers = Ordered.copy(headers);
        for (String name : headers.keySet()) {
            if (FRAMING.contains(name.toLowerCase(Locale.ROOT))) {
                throw new IllegalArgumentException("the header " + name + " is written by the gateway itself");
            }
        }
        if (!body.isEmpty() && (status == 204 || status == 205 || status == 304)) {
            throw new IllegalArgumentException("an answer with status " + status + " has no body");
        }
    }
}
