package dev.gatehouse.engine.demo;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class OriginsTest {
    @Test
    void two_demos_run_side_by_side_on_different_ports() throws Exception {
        try (Origins first = Origins.start();
                Origins second = Origins.start();
                HttpClient client = HttpClient.newHttpClient()) {
            assertThat(second.addresses().values())
                    .doesNotContainAnyElementsOf(first.addresses().values());
            InetSocketAddress catalog = requireNonNull(second.addresses().get("catalog-a"));
            var request =
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + catalog.getPort() + "/products/7?x=1"));
            var answer = client.send(request.build(), BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).contains("\"id\": 7");
        }
    }

    @Test
    void half_of_the_delays_are_below_the_median_and_none_is_endless() {
        Latency latency = new Latency(20, 0.5);
        SplittableRandom random = new SplittableRandom(1);
        double[] times = new double[2_001];
        Arrays.setAll(times, i -> latency.next(random));
        Arrays.sort(times);
        assertThat(times[1_000]).isBetween(18.0, 22.0);
        assertThat(times[2_000]).isLessThanOrEqualTo(4_000);
    }

    @Test
    void origins_answer_what_there_is_not_with_404() {
        SplittableRandom random = new SplittableRandom(1);
        assertThat(Trade.CATALOG.answer("GET", "/products/201", "a", random).status())
                .isEqualTo(404);
        assertThat(Trade.CATALOG.answer("GET", "/products/x", "a", random).status())
                .isEqualTo(404);
        assertThat(Trade.ORDERS.answer("POST", "/orders", "a", random).status()).isEqualTo(201);
    }

    @Test
    void the_weights_of_errands_are_per_cent() {
        assertThat(Arrays.stream(Errand.ALL).mapToInt(Errand::weight).sum()).isEqualTo(100);
    }
}
