package dev.gatehouse.engine.demo;

import java.util.Locale;
import java.util.random.RandomGenerator;

/** What an origin sells: its answers to requests, all made up from the request itself. */
enum Trade {
    /** {@code /products} and {@code /products/{id}}, with ids from 1 to 200. */
    CATALOG {
        @Override
        Reply answer(String method, String path, String instance, RandomGenerator random) {
            if (path.equals("/products")) {
                StringBuilder items = new StringBuilder();
                for (int id = 1; id <= 20; id++) {
                    items.append(id == 1 ? "" : ", ").append(product(id));
                }
                return Reply.ok("{\"items\": [" + items + "], \"instance\": \"" + instance + "\"}");
            }
            int id = number(path, "/products/");
            return id < 1 || id > 200 ? Reply.missing("product") : Reply.ok(product(id));
        }
    },
    /** {@code POST /orders}, {@code GET /orders/{id}}; now and then it fails. */
    ORDERS {
        @Override
        Reply answer(String method, String path, String instance, RandomGenerator random) {
            if (random.nextInt(60) == 0) {
                return new Reply(500, "{\"error\": \"the order book is locked\"}");
            }
            if (method.equals("POST")) {
                return new Reply(201, order(1_000 + random.nextInt(9_000), "accepted"));
            }
            int id = number(path, "/orders/");
            return id < 1 ? Reply.missing("order") : Reply.ok(order(id, id % 3 == 0 ? "shipped" : "packing"));
        }
    },
    /** {@code POST /payments}; now and then the bank declines or is away. */
    PAYMENTS {
        @Override
        Reply answer(String method, String path, String instance, RandomGenerator random) {
            int luck = random.nextInt(100);
            if (luck < 2) {
                return new Reply(503, "{\"error\": \"the bank does not answer\"}");
            }
            return luck < 8
                    ? new Reply(402, "{\"status\": \"declined\"}")
                    : new Reply(201, "{\"status\": \"captured\", \"reference\": " + random.nextInt(1_000_000) + "}");
        }
    };

    /**
     * Answers a request.
     *
     * @param instance which of several equal origins it is
     */
    abstract Reply answer(String method, String path, String instance, RandomGenerator random);

    private static String product(int id) {
        return String.format(
                Locale.ROOT, "{\"id\": %d, \"name\": \"Product %d\", \"price\": %.2f}", id, id, 4.99 + id * 37 % 200);
    }

    private static String order(int id, String state) {
        return "{\"id\": " + id + ", \"state\": \"" + state + "\"}";
    }

    private static int number(String path, String prefix) {
        String rest = path.startsWith(prefix) ? path.substring(prefix.length()) : "";
        return rest.matches("[0-9]{1,8}") ? Integer.parseInt(rest) : -1;
    }
}
