package dev.gatehouse.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills a gateway in the midst of applies, as {@code kill -9} does. */
class CrashTest {
    private static final int ROUNDS = 3;

    @TempDir
    private Path directory;

    /** The process that is killed. */
    static final class Victim {
        private Victim() {}

        public static void main(String[] args) throws Exception {
            Gateway gateway = Gateway.start(TestGateway.options(Path.of(args[0]), args[1].isEmpty() ? null : args[1]));
            System.out.println("http://127.0.0.1:" + gateway.adminAddress().getPort() + " " + gateway.token());
            Thread.currentThread().join();
        }
    }

    @Test
    void no_acknowledged_write_is_lost_and_a_good_revision_is_served() throws Exception {
        Path data = directory.resolve("data");
        SplittableRandom random = new SplittableRandom(7);
        int acknowledged = 0;
        for (int round = 0; round < ROUNDS; round++) {
            Process process = victim(data, round == 0 ? TestGateway.CONFIG : "");
            String[] hello;
            try (BufferedReader out =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
                hello = String.valueOf(out.readLine()).split(" ");
                int applies = 5 + random.nextInt(10);
                long grace = random.nextLong(TimeUnit.MILLISECONDS.toNanos(40));
                for (int i = 0; i < applies; i++) {
                    acknowledged = apply(hello[0], hello[1], acknowledged + 1);
                }
                int last = acknowledged;
                CompletableFuture<Integer> unsure =
                        CompletableFuture.supplyAsync(() -> quietly(hello[0], hello[1], last + 1));
                TimeUnit.NANOSECONDS.sleep(grace); // into the middle of the last apply, or beside it
                process.destroyForcibly().waitFor();
                acknowledged = Math.max(acknowledged, unsure.get());
            }
            try (TestGateway restarted = TestGateway.start(data, null)) {
                String served = restarted.through("/hello").body();
                assertThat(served).startsWith("write ");
                int write = Integer.parseInt(served.substring("write ".length()));
                assertThat(write).isBetween(acknowledged, acknowledged + 1);
                acknowledged = write;
            }
        }
    }

    private static Process victim(Path data, String config) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        ProcessBuilder builder = new ProcessBuilder(
                java,
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path"),
                Victim.class.getName(),
                data.toString(),
                config);
        return builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
    }

    private static int quietly(String url, String token, int write) {
        try {
            return apply(url, token, write);
        } catch (IOException | InterruptedException e) {
            return 0; // it died before it answered
        }
    }

    /** Applies what makes /hello name this write; gives its number if it was acknowledged, else 0. */
    private static int apply(String url, String token, int write) throws IOException, InterruptedException {
        String patch = "{\"routes\": {\"hello\": {\"forward\": {\"respond\": {\"body\": \"write " + write + "\"}}}}}";
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + "/admin/v1/config"))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/merge-patch+json")
                .header("If-Match", "*")
                .method("PATCH", BodyPublishers.ofString(patch))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, BodyHandlers.ofString()).statusCode() == 200 ? write : 0;
        }
    }
}
