package dev.gatehouse.engine.demo;

import java.util.random.RandomGenerator;

/**
 * One kind of request that customers make.
 *
 * @param weight its share among all errands
 * @param path where {@code #} stands for a number
 * @param numbers the number is from 1 to this
 * @param body the JSON to send; empty for none
 */
record Errand(int weight, String method, String path, int numbers, String body) {
    /** What customers do, mistakes among it. */
    static final Errand[] ALL = {
        new Errand(36, "GET", "/shop/products/#", 204, ""),
        new Errand(24, "GET", "/shop/products", 1, ""),
        new Errand(12, "GET", "/orders/#", 9_000, ""),
        new Errand(10, "POST", "/orders", 1, "{\"product\": 7, \"count\": 1}"),
        new Errand(9, "POST", "/payments", 1, "{\"amount\": 25.00, \"card\": \"test\"}"),
        new Errand(4, "GET", "/hello", 1, ""),
        new Errand(2, "GET", "/shop", 1, ""),
        new Errand(2, "GET", "/shop/basket", 1, ""),
        new Errand(1, "DELETE", "/shop/products", 1, ""),
    };

    static Errand any(RandomGenerator random) {
        int left = random.nextInt(100);
        int i = 0;
        while (left >= ALL[i].weight) {
            left -= ALL[i++].weight;
        }
        return ALL[i];
    }

    String target(RandomGenerator random) {
        return path.replace("#", String.valueOf(1 + random.nextInt(numbers)));
    }
}
