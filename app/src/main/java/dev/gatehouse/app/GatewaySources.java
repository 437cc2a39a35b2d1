package dev.gatehouse.app;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.app.client.AdminClient;
import dev.gatehouse.app.client.AdminFailed;
import dev.gatehouse.app.connection.Connection;
import dev.gatehouse.app.look.Icon;
import dev.gatehouse.app.screen.Ways;
import dev.gatehouse.app.shell.PaletteEntry;
import dev.gatehouse.app.shell.PaletteSource;
import dev.gatehouse.app.text.Texts;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** What the palette finds in a gateway: routes, upstreams, listeners and certificates by name or title, revisions, and calls by id. */
final class GatewaySources {
    /** The ids that a gateway gives its calls: 26 characters of base 32. */
    private static final Pattern CALL = Pattern.compile("[0-9a-z]{26}");

    private static final int REVISIONS = 100;

    private final AdminClient client;
    private final Ways ways;

    private GatewaySources(Connection connection, Ways ways) {
        client = connection.client();
        this.ways = ways;
    }

    /** Those of one gateway. */
    static List<PaletteSource> of(Connection connection, Ways ways) {
        GatewaySources sources = new GatewaySources(connection, ways);
        return List.of(
                sources.objects("routes", Icon.ROUTE, "palette.kind.route", ways::route),
                sources.objects("upstreams", Icon.UPSTREAM, "palette.kind.upstream", ways::upstream),
                sources.objects("listeners", Icon.LISTENER, "palette.kind.listener", ways::listener),
                sources.objects("certificates", Icon.CERTIFICATE, "palette.kind.certificate", ways::certificate),
                sources::revisions,
                sources::calls);
    }

    private PaletteSource objects(String collection, Icon icon, String kind, Consumer<String> open) {
        return (words, most) -> {
            // The gateway looks for one text; the longest word leaves the least to look through here.
            String longest =
                    words.stream().max(Comparator.comparingInt(String::length)).orElse("");
            String query = URLEncoder.encode(longest, StandardCharsets.UTF_8);
            List<PaletteEntry> found = new ArrayList<>();
            for (JsonNode item :
                    client.get("/" + collection + "?limit=200&q=" + query).path("items")) {
                String name = item.path("name").asText();
                String title = item.path("title").asText("");
                if (found.size() < most && PaletteSource.matches(name + " " + title, words)) {
                    String detail = title.isEmpty() ? Texts.get(kind) : title + " · " + Texts.get(kind);
                    found.add(new PaletteEntry(icon, name, detail, "", () -> open.accept(name)));
                }
            }
            return found;
        };
    }

    private List<PaletteEntry> revisions(List<String> words, int most) throws AdminFailed {
        List<PaletteEntry> found = new ArrayList<>();
        for (JsonNode item : client.get("/revisions?limit=" + REVISIONS).path("items")) {
            int number = item.path("revision").asInt();
            String title = Texts.get("palette.kind.revision") + " " + number;
            String message = item.path("message").asText("");
            String author = item.path("author").asText("");
            if (found.size() < most
                    && PaletteSource.matches(title + " r" + number + " " + message + " " + author, words)) {
                String detail = message.isEmpty() ? author : message + " · " + author;
                found.add(new PaletteEntry(Icon.CHANGES, title, detail, "", () -> ways.revision(number)));
            }
        }
        return found;
    }

    private List<PaletteEntry> calls(List<String> words, int most) throws AdminFailed {
        if (words.size() != 1 || !CALL.matcher(words.getFirst()).matches()) {
            return List.of();
        }
        String id = words.getFirst();
        try {
            JsonNode call = client.get("/calls/" + id);
            String title = call.path("method").asText() + " "
                    + call.path("path").asText() + " · " + call.path("status").asInt();
            return List.of(
                    new PaletteEntry(Icon.TRAFFIC, title, Texts.get("palette.kind.call"), "", () -> ways.call(id)));
        } catch (AdminFailed e) {
            if (e.status() == 404) {
                return List.of();
            }
            throw e;
        }
    }
}
