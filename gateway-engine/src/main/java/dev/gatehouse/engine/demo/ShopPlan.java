package dev.gatehouse.engine.demo;

import dev.gatehouse.engine.Gateway;
import dev.gatehouse.engine.StartFailed;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The demo's configuration in its directory. The first start applies the whole document. A later one keeps what the user
 * has made of it; only where origins now listen on other ports are their old addresses replaced.
 */
final class ShopPlan {
    private static final Logger LOG = LoggerFactory.getLogger(ShopPlan.class);
    private static final Pattern ADDRESS = Pattern.compile("127\\.0\\.0\\.1:[0-9]{1,5}");

    private final Path directory;
    private final Map<String, String> now = new TreeMap<>();
    private final Properties before = new Properties();

    ShopPlan(Path directory, Map<String, InetSocketAddress> origins) throws StartFailed {
        this.directory = directory;
        origins.forEach((name, address) -> now.put(name, "127.0.0.1:" + address.getPort()));
        try {
            Files.createDirectories(directory);
            if (Files.exists(addresses())) {
                try (var in = Files.newBufferedReader(addresses())) {
                    before.load(in);
                }
            }
        } catch (IOException e) {
            throw new StartFailed(
                    "The demo cannot use the folder " + directory + ": " + e.getMessage() + ".",
                    "Choose another data directory with --data.",
                    e);
        }
    }

    /** The document to start with, or null if the directory has a configuration already. */
    @Nullable
    Path document() throws StartFailed {
        if (!before.isEmpty()) {
            return null;
        }
        Path file = directory.resolve("demo.yaml");
        try (InputStream in = ShopPlan.class.getResourceAsStream("demo.yaml")) {
            if (in == null) {
                throw new IllegalStateException("the program lacks demo.yaml");
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            for (Map.Entry<String, String> origin : now.entrySet()) {
                text = text.replace("${" + origin.getKey() + "}", origin.getValue());
            }
            Files.writeString(file, text);
            return file;
        } catch (IOException e) {
            throw new StartFailed(
                    "The demo cannot write " + file + ": " + e.getMessage() + ".",
                    "Make room on the disk or choose another data directory with --data.",
                    e);
        }
    }

    /** Brings a configuration of an earlier start in line with where the origins listen now. */
    void follow(Gateway gateway) {
        try {
            if (!before.isEmpty() && !before.equals(asProperties())) {
                replace(gateway);
            }
            try (var out = Files.newBufferedWriter(addresses())) {
                asProperties().store(out, "Where the demo's origins listened last");
            }
        } catch (IOException e) {
            LOG.warn("The demo's origins moved, but its configuration still names their old addresses", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void replace(Gateway gateway) throws IOException, InterruptedException {
        Map<String, String> moved = new HashMap<>();
        now.forEach((name, address) -> moved.put(before.getProperty(name, address), address));
        URI config = URI.create("http://127.0.0.1:" + gateway.adminAddress().getPort() + "/admin/v1/config");
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest.Builder request = HttpRequest.newBuilder(config)
                    .header("Authorization", "Bearer " + gateway.token())
                    .header("Accept", "application/json");
            String text = client.send(request.build(), BodyHandlers.ofString()).body();
            String replaced = ADDRESS.matcher(text)
                    .replaceAll(m -> Matcher.quoteReplacement(moved.getOrDefault(m.group(), m.group())));
            if (replaced.equals(text)) {
                return;
            }
            request.header("If-Match", "*").header("Content-Type", "application/json");
            request.PUT(HttpRequest.BodyPublishers.ofString(replaced));
            var answer = client.send(request.build(), BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IOException("the gateway answered " + answer.body());
            }
        }
    }

    private Path addresses() {
        return directory.resolve("origins.properties");
    }

    private Properties asProperties() {
        Properties properties = new Properties();
        properties.putAll(now);
        return properties;
    }
}
