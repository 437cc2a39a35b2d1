package dev.gatehouse.engine.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** Talks to a gateway's Admin API. */
final class AdminClient {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final OkHttpClient http = new OkHttpClient.Builder()
            .connectTimeout(Duration.ofSeconds(5))
            .readTimeout(Duration.ofSeconds(60))
            .followRedirects(false)
            .build();
    private final HttpUrl base;
    private final String token;

    AdminClient(HttpUrl base, String token) {
        this.base = base;
        this.token = token;
    }

    /** An answer that was understood: any status but 401. */
    record Answer(int status, @Nullable String etag, String text) {
        JsonNode json() throws Failed {
            try {
                return JSON.readTree(text);
            } catch (JsonProcessingException e) {
                throw new Failed(ExitCode.NO_GATEWAY, "the answer is not JSON; is --url a Gatehouse Admin API?");
            }
        }

        /** This answer, if the request was done; its problem as a failure otherwise. */
        Answer done() throws Failed {
            if (status >= 300) {
                JsonNode problem = json();
                throw new Failed(
                        status < 500 ? ExitCode.FINDING : ExitCode.NO_GATEWAY,
                        problem.path("detail").asText("the gateway answered " + status));
            }
            return this;
        }
    }

    Answer get(String path, String accept) throws Failed {
        return send(request(path, Map.of()).header("Accept", accept).build());
    }

    Answer post(String path, ConfigFile file) throws Failed {
        return send(request(path, Map.of()).post(body(file)).build());
    }

    Answer put(String path, Map<String, String> query, String ifMatch, ConfigFile file) throws Failed {
        return send(
                request(path, query).header("If-Match", ifMatch).put(body(file)).build());
    }

    private static RequestBody body(ConfigFile file) {
        return RequestBody.create(file.text(), MediaType.get(file.media()));
    }

    private Request.Builder request(String path, Map<String, String> query) {
        HttpUrl.Builder url = base.newBuilder().addPathSegments(path);
        query.forEach(url::addQueryParameter);
        return new Request.Builder()
                .url(url.build())
                .header("Authorization", "Bearer " + token)
                .header("Accept", "application/json");
    }

    private Answer send(Request request) throws Failed {
        try (Response response = http.newCall(request).execute()) {
            String text = response.body().string();
            if (response.code() == 401) {
                throw new Failed(
                        ExitCode.NO_GATEWAY,
                        "the gateway at " + base + " does not know this token. Its data directory has admin.token.");
            }
            return new Answer(response.code(), response.header("ETag"), text);
        } catch (IOException e) {
            throw new Failed(
                    ExitCode.NO_GATEWAY,
                    "cannot reach the gateway at " + base + ": " + e.getMessage() + ". Is it running? See --url.");
        } finally {
            http.dispatcher().executorService().shutdown();
            http.connectionPool().evictAll();
        }
    }
}
