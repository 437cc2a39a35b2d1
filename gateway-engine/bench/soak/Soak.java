import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Runs a gateway for a time under mixed load while targets are killed, revisions are applied and the certificate is renewed,
 * and says what it cost: {@code Soak LAUNCHER SECONDS FOLDER}. Exits with 1 if a client saw a failure that the design does not
 * allow ({@link Tally}), or if memory or descriptors grew.
 */
final class Soak {
    private static final int PLAIN = 9971;
    private static final int SECURE = 9972;
    private static final int ADMIN = 9973;
    private static final int TARGETS = 3;

    private final String launcher;
    private final Path folder;
    private final Tally tally = new Tally();
    private final HttpClient admin = HttpClient.newHttpClient();
    private final List<Origin> origins = new ArrayList<>();
    private final List<Integer> ports = new ArrayList<>();
    private final List<long[]> samples = new ArrayList<>();
    private int swaps;
    private int kills;
    private int renewals;
    private int renewalsSeen;

    private Soak(String launcher, Path folder) {
        this.launcher = launcher;
        this.folder = folder;
    }

    public static void main(String[] args) throws Exception {
        boolean good = new Soak(args[0], Path.of(args[2])).run(Integer.parseInt(args[1]));
        System.exit(good ? 0 : 1);
    }

    private boolean run(int seconds) throws Exception {
        for (int i = 0; i < TARGETS; i++) {
            Origin origin = new Origin();
            origins.add(origin);
            ports.add(origin.start());
        }
        certificate();
        Files.writeString(folder.resolve("soak.yaml"), document(0));
        Process gateway = new ProcessBuilder(
                        launcher,
                        "serve",
                        "--config",
                        folder.resolve("soak.yaml").toString(),
                        "--data",
                        folder.resolve("data").toString(),
                        "--admin",
                        "127.0.0.1:" + ADMIN)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("gateway.log").toFile())
                .start();
        try {
            awaken();
            Clients clients = new Clients(tally, "http://127.0.0.1:" + PLAIN, "https://127.0.0.1:" + SECURE);
            clients.start();
            go(gateway.pid(), clients, seconds);
            clients.stop();
            Thread.sleep(5_000);
            return report(gateway.pid(), seconds);
        } finally {
            gateway.destroy();
            gateway.waitFor();
        }
    }

    /** Every 2 s a swap; every 15 s a target dies for 4 s; every 90 s a new certificate; every 10 s a sample. */
    private void go(long pid, Clients clients, int seconds) throws Exception {
        String before = "";
        for (int second = 1; second <= seconds; second++) {
            Thread.sleep(1_000);
            if (second % 2 == 0) {
                swap();
            }
            if (second % 15 == 5) {
                tally.killed();
                origins.get(kills % TARGETS).kill();
            }
            if (second % 15 == 9) {
                origins.get(kills++ % TARGETS).start();
                tally.killed(); // until here requests may have met a target that was gone
            }
            if (second % 90 == 10) {
                renewalsSeen += !before.isEmpty() && !clients.serial().equals(before) ? 1 : 0;
                before = clients.serial();
                certificate();
                renewals++;
            }
            if (second % 10 == 0) {
                sample(pid, second);
            }
        }
        renewalsSeen += clients.serial().equals(before) ? 0 : 1;
    }

    private void swap() throws Exception {
        HttpResponse<String> answer = put(document(++swaps));
        if (answer.statusCode() != 200) {
            tally.finding("an apply was answered " + answer.statusCode() + ": " + answer.body());
        }
    }

    private HttpResponse<String> put(String document) throws IOException, InterruptedException {
        String token = Files.readString(folder.resolve("data/admin.token")).strip();
        return admin.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + ADMIN + "/admin/v1/config"))
                        .timeout(Duration.ofSeconds(20))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/yaml")
                        .header("If-Match", "*")
                        .PUT(HttpRequest.BodyPublishers.ofString(document))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private String document(int number) {
        StringBuilder targets = new StringBuilder();
        for (int port : ports) {
            targets.append("      - {address: \"127.0.0.1:").append(port).append("\"}\n");
        }
        return """
                gatehouse: 1
                certificates:
                  soak: {chain: {file: %s/chain.pem}, key: {file: %s/key.pem}}
                listeners:
                  public: {address: 127.0.0.1, port: %d}
                  secure: {address: 127.0.0.1, port: %d, tls: {certificates: [soak]}}
                upstreams:
                  origin:
                    targets:
                %s    retry: {attempts: 3, on: [connect-failure, reset, "502", "503"], budget: 50%%}
                    health: {passive: {failures: 3, ejectFor: 1s}}
                routes:
                  revision: {match: {path: /revision}, forward: {respond: {body: "%d"}}}
                  all: {match: {path: /**}, forward: {upstream: origin}}
                """.formatted(folder, folder, PLAIN, SECURE, targets, number);
    }

    private void certificate() throws Exception {
        int exit = new ProcessBuilder(
                        "openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes",
                        "-days", "2", "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1",
                        "-keyout", folder + "/key.new", "-out", folder + "/chain.new")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("openssl.log").toFile())
                .start()
                .waitFor();
        if (exit != 0) {
            throw new IOException("openssl made no certificate, see " + folder + "/openssl.log");
        }
        for (String name : List.of("key", "chain")) {
            Files.move(
                    folder.resolve(name + ".new"),
                    folder.resolve(name + ".pem"),
                    java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private void awaken() throws Exception {
        for (int i = 0; i < 150; i++) {
            try {
                HttpRequest request =
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + PLAIN + "/small")).build();
                if (admin.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
                    return;
                }
            } catch (IOException e) {
                // not there yet
            }
            Thread.sleep(200);
        }
        throw new IOException("the gateway does not answer, see " + folder + "/gateway.log");
    }

    /** Second, resident memory in MiB, descriptors, threads. */
    private void sample(long pid, int second) throws IOException {
        long memory = 0;
        long threads = 0;
        for (String line : Files.readAllLines(Path.of("/proc/" + pid + "/status"))) {
            String[] words = line.split("\\s+");
            switch (words[0]) {
                case "VmRSS:" -> memory = Long.parseLong(words[1]) / 1024;
                case "Threads:" -> threads = Long.parseLong(words[1]);
                default -> {}
            }
        }
        samples.add(new long[] {second, memory, descriptors(pid), threads});
        if (second % 60 == 0) {
            long[] last = samples.getLast();
            System.err.printf("%4d s  %d MiB  %d descriptors  %d threads  %s%n", second, last[1], last[2], last[3], tally.counts());
        }
    }

    private static long descriptors(long pid) throws IOException {
        try (Stream<Path> open = Files.list(Path.of("/proc/" + pid + "/fd"))) {
            return open.count();
        }
    }

    private boolean report(long pid, int seconds) throws Exception {
        System.out.printf(
                Locale.ROOT,
                "%d s; %d revisions applied, %d times a target was killed, %d certificates renewed (%d seen by clients)%n%n",
                seconds, swaps, kills, renewals, renewalsSeen);
        System.out.println("| What clients did | times |\n| --- | ---: |");
        tally.counts().forEach((what, count) -> System.out.printf("| %s | %d |%n", what, count));
        long[] early = median(samples.size() / 4, samples.size() / 2);
        long[] late = median(samples.size() * 3 / 4, samples.size());
        long atRest = descriptors(pid);
        System.out.println("\n| Gateway's process | second quarter | last quarter |\n| --- | ---: | ---: |");
        System.out.printf("| resident memory, MiB | %d | %d |%n", early[1], late[1]);
        System.out.printf("| descriptors | %d | %d |%n", early[2], late[2]);
        System.out.printf("| threads | %d | %d |%n", early[3], late[3]);
        System.out.printf("%n%d descriptors 5 s after the last client left%n", atRest);
        boolean flat = late[1] <= early[1] * 1.1 + 16 && late[2] <= early[2] * 1.1 + 8 && late[3] <= early[3] + 4;
        if (!flat) {
            tally.finding("memory, descriptors or threads grew");
        }
        if (renewals > 1 && renewalsSeen < renewals - 1) {
            tally.finding("only " + renewalsSeen + " of " + renewals + " certificates were seen");
        }
        tally.findings().forEach(finding -> System.out.println("FINDING " + finding));
        return tally.findings().isEmpty();
    }

    private long[] median(int from, int to) {
        long[] medians = new long[4];
        for (int column = 1; column < 4; column++) {
            int at = column;
            long[] sorted = samples.subList(from, to).stream().mapToLong(sample -> sample[at]).sorted().toArray();
            medians[column] = sorted.length == 0 ? 0 : sorted[sorted.length / 2];
        }
        return medians;
    }
}
