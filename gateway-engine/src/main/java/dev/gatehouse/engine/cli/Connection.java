package dev.gatehouse.engine.cli;

import dev.gatehouse.engine.GatewayOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which gateway a command talks to. */
final class Connection {
    @Option(
            names = "--url",
            paramLabel = "URL",
            description = "The gateway's Admin API (default: http://127.0.0.1:8001).")
    private String url = "http://127.0.0.1:8001";

    @Option(
            names = "--token",
            paramLabel = "TOKEN",
            defaultValue = "${env:GATEHOUSE_TOKEN}",
            description =
                    "The administrator's token (default: GATEHOUSE_TOKEN, else the data directory's admin.token).")
    private @Nullable String token;

    @Option(names = "--data", paramLabel = "DIR", description = "The gateway's data directory (default: ~/.gatehouse).")
    private @Nullable Path data;

    AdminClient open() throws Failed {
        HttpUrl base = HttpUrl.parse(url);
        if (base == null) {
            throw new Failed(ExitCode.WRONG_USAGE, "--url " + url + " is not an http or https URL.");
        }
        return new AdminClient(base.newBuilder().encodedPath("/admin/v1").build(), token());
    }

    private String token() throws Failed {
        if (token != null && !token.isBlank()) {
            return token.strip();
        }
        Path file = (data == null ? GatewayOptions.defaultDataDirectory() : data).resolve("admin.token");
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new Failed(
                    ExitCode.NO_GATEWAY,
                    "no token: " + file
                            + " cannot be read. Give --token, or --data with the gateway's data directory.");
        }
    }
}
