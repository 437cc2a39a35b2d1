package dev.gatehouse.engine.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.engine.exchange.BodyObserver;
import dev.gatehouse.engine.exchange.BodyUse;
import dev.gatehouse.engine.exchange.Policy;
import dev.gatehouse.engine.exchange.RequestHead;
import dev.gatehouse.engine.exchange.SecretValues;
import dev.gatehouse.engine.exchange.StepHandler;
import dev.gatehouse.engine.exchange.Verdict;
import dev.gatehouse.engine.fault.Fault;
import dev.gatehouse.engine.model.Declaration;
import dev.gatehouse.engine.model.Setting;
import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;

/** What a policy declares that it does with bodies, over real sockets. */
class BodyUseTest {
    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello";

    /** Reads bodies whole up to a bound and refuses those with a word in them, in the direction that the bound is for. */
    @Declaration(type = "no-word", title = "No word", help = "Refuses a word.")
    record NoWord(
            @Setting(title = "Request", help = "Reads so much of a request.", byDefault = "0")
            int request,

            @Setting(title = "Response", help = "Reads so much of a response.", byDefault = "0")
            int response,

            @Setting(title = "Word", help = "The word.", byDefault = "evil")
            String word)
            implements Policy {
        @Override
        public String label() {
            return "no-word";
        }

        @Override
        public StepHandler open(SecretValues secrets) {
            return new StepHandler() {
                @Override
                public BodyUse requestUse() {
                    return request == 0 ? BodyUse.NONE : BodyUse.collect(request);
                }

                @Override
                public BodyUse responseUse() {
                    return response == 0 ? BodyUse.NONE : BodyUse.collect(response);
                }

                @Override
                public Verdict request(RequestHead head, ByteBuf body) {
                    return judge(body, 422);
                }

                @Override
                public Verdict response(RequestHead head, int status, HttpHeaders headers, ByteBuf body) {
                    headers.set("x-read", String.valueOf(body.readableBytes()));
                    if (word.equals("broken")) {
                        throw new IllegalStateException("a step that does not work");
                    }
                    return judge(body, 418);
                }

                private Verdict judge(ByteBuf body, int status) {
                    String text = body.toString(StandardCharsets.UTF_8);
                    return text.contains(word)
                            ? new Verdict.Reply(status, new DefaultHttpHeaders(), new byte[0], word, "no " + word)
                            : new Verdict.Proceed(text.length() + " bytes", null);
                }
            };
        }
    }

    /** Writes down what passes. */
    @Declaration(type = "watch", title = "Watch", help = "Watches bodies.")
    record Watch() implements Policy {
        static final BlockingQueue<String> SEEN = new LinkedBlockingQueue<>();

        @Override
        public String label() {
            return "watch";
        }

        @Override
        public StepHandler open(SecretValues secrets) {
            return new StepHandler() {
                @Override
                public BodyUse requestUse() {
                    return BodyUse.OBSERVE;
                }

                @Override
                public BodyUse responseUse() {
                    return BodyUse.OBSERVE;
                }

                @Override
                public BodyObserver requestObserver(RequestHead head) {
                    return new Notes("request ");
                }

                @Override
                public BodyObserver responseObserver(RequestHead head, int status, HttpHeaders headers) {
                    return new Notes("response ");
                }
            };
        }
    }

    private static final class Notes implements BodyObserver {
        private final StringBuilder text;

        Notes(String direction) {
            text = new StringBuilder(direction);
        }

        @Override
        public void part(ByteBuf part) {
            text.append(part.toString(StandardCharsets.UTF_8));
            part.skipBytes(part.readableBytes()); // what an observer does to its view changes nothing
        }

        @Override
        public void end() {
            Watch.SEEN.add(text.toString());
        }
    }

    private static RunningGateway with(Origin origin, String... policies) {
        return RunningGateway.with(
                List.of(NoWord.class, Watch.class),
                RunningGateway.forwardingTo(origin.port(), "")
                        .replace("port: 0}", "port: 0, limits: {idle: 1s}}")
                        .replace(
                                "match: {path: /**}",
                                "match: {path: /**}, policies: [" + String.join(", ", policies) + "]"));
    }

    /** Reads a request with a length, and answers hello. */
    private static Origin origin() throws java.io.IOException {
        return Origin.that(connection -> {
            for (String head = connection.head(); !head.isEmpty(); head = connection.head()) {
                String lower = head.toLowerCase(Locale.ROOT);
                int at = lower.indexOf("content-length: ");
                if (at >= 0) {
                    connection.read(Integer.parseInt(lower.substring(at + 16, lower.indexOf('\r', at))));
                }
                connection.send(OK);
            }
        });
    }

    private static String post(String body) {
        return "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
    }

    @Test
    void a_request_is_read_whole_before_it_goes_on_and_keeps_its_framing() throws Exception {
        try (Origin origin = origin();
                RunningGateway gateway = with(origin, "{type: no-word, request: 100}");
                RawClient client = gateway.connect()) {
            client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 8\r\n\r\ngood");
            client.send("ness");
            assertThat(client.answer().body()).isEqualTo("hello");
            assertThat(origin.nextHead())
                    .containsIgnoringCase("content-length: 8")
                    .doesNotContain("chunked");
            client.send(post("evil"));
            assertThat(client.answer().status()).isEqualTo(422);
            client.send(post("fine"));
            assertThat(client.answer().status()).isEqualTo(200);
            assertThat(gateway.ended().steps()).containsExactly("no-word proceed 8 bytes null");
            assertThat(gateway.ended().steps()).containsExactly("no-word reply evil no evil");
        }
    }

    @Test
    void nothing_reaches_the_target_before_the_body_is_whole() throws Exception {
        try (Origin origin = origin();
                RunningGateway gateway = with(origin, "{type: no-word, request: 100}");
                RawClient client = gateway.connect()) {
            client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 8\r\n\r\ngood");
            assertThat(client.answer().status()).as("it stalled").isEqualTo(408);
            assertThat(gateway.ended().fault()).isEqualTo(Fault.REQUEST_TIMEOUT);
            assertThat(origin.connections()).isZero();
        }
    }

    @Test
    void a_client_that_waits_for_100_is_told_to_go_on() throws Exception {
        try (Origin origin = origin();
                RunningGateway gateway = with(origin, "{type: no-word, request: 100}");
                RawClient client = gateway.connect()) {
            client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\nExpect: 100-continue\r\n\r\n");
            assertThat(client.answer().status()).isEqualTo(100);
            client.send("good");
            assertThat(client.answer().body()).isEqualTo("hello");
            assertThat(origin.nextHead().toLowerCase(Locale.ROOT)).doesNotContain("expect");
        }
    }

    @Test
    void the_largest_bound_of_the_chain_counts_and_beyond_it_is_413() throws Exception {
        try (Origin origin = origin();
                RunningGateway gateway =
                        with(origin, "{type: no-word, request: 4}", "{type: no-word, request: 8, word: bad}")) {
            assertThat(gateway.send(post("12345678")).status()).isEqualTo(200);
            RawClient.Answer refused = gateway.send(post("123456789"));
            assertThat(refused.status()).isEqualTo(413);
            assertThat(refused.body()).contains("body-too-large", "at most 8 bytes");
            assertThat(gateway.send(post("so bad")).status()).isEqualTo(422);
            assertThat(origin.connections()).isEqualTo(1);
        }
    }

    @Test
    void a_response_is_read_whole_before_anything_of_it_is_sent() throws Exception {
        try (Origin good = Origin.answering(OK);
                RunningGateway gateway = with(good, "{type: no-word, response: 100}")) {
            RawClient.Answer answer = gateway.get("/");
            assertThat(answer.body()).isEqualTo("hello");
            assertThat(answer.header("x-read")).isEqualTo("5");
            assertThat(answer.header("content-length")).isEqualTo("5");
            assertThat(gateway.ended().steps())
                    .containsExactly("no-word proceed null null", "no-word response-proceed 5 bytes null");
        }
        try (Origin evil = Origin.answering(OK.replace("hello", "evil!"));
                RunningGateway gateway = with(evil, "{type: no-word, response: 100}")) {
            RawClient.Answer answer = gateway.get("/");
            assertThat(answer.status()).isEqualTo(418);
            assertThat(answer.body()).isEmpty();
            assertThat(gateway.inUse()).isZero();
        }
    }

    @Test
    void a_response_beyond_the_bound_is_502_and_so_is_one_cut_off() throws Exception {
        try (Origin large = Origin.answering(OK);
                RunningGateway gateway = with(large, "{type: no-word, response: 4}")) {
            assertThat(gateway.get("/").body()).contains("response-too-large", "at most 4 bytes");
            assertThat(gateway.ended().fault()).isEqualTo(Fault.RESPONSE_TOO_LARGE);
            assertThat(gateway.inUse()).isZero();
        }
        try (Origin cut = Origin.answeringOnce("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhello");
                RunningGateway gateway = with(cut, "{type: no-word, response: 100}")) {
            RawClient.Answer answer = gateway.get("/");
            assertThat(answer.status())
                    .as("nothing had been sent, so it can still be said")
                    .isEqualTo(502);
            assertThat(answer.body()).contains("upstream-truncated");
        }
    }

    @Test
    void a_step_that_fails_on_a_response_ends_the_exchange_with_500() throws Exception {
        try (Origin origin = origin();
                RunningGateway gateway = with(origin, "{type: no-word, response: 100, word: broken}")) {
            assertThat(gateway.get("/").status()).isEqualTo(500);
            assertThat(gateway.ended().fault()).isEqualTo(Fault.INTERNAL);
            assertThat(gateway.inUse()).isZero();
        }
    }

    @Test
    void a_client_that_goes_while_its_body_is_read_leaves_nothing_behind() throws Exception {
        try (Origin origin = origin();
                RunningGateway gateway = with(origin, "{type: no-word, request: 100}")) {
            try (RawClient client = gateway.connect()) {
                client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 8\r\n\r\ngood");
                while (gateway.begun() == 0) {
                    Thread.onSpinWait();
                }
            }
            assertThat(gateway.ended().fault()).isEqualTo(Fault.CLIENT_GONE);
            assertThat(gateway.inUse()).isZero();
        }
    }

    @Test
    void who_watches_sees_both_bodies_and_changes_neither() throws Exception {
        try (Origin origin = origin();
                RunningGateway gateway = with(origin, "{type: watch}")) {
            RawClient.Answer answer = gateway.send(post("good"));
            assertThat(answer.body()).isEqualTo("hello");
            assertThat(answer.header("content-length")).isEqualTo("5");
            assertThat(origin.nextHead()).containsIgnoringCase("content-length: 4");
            assertThat(Watch.SEEN.take()).isEqualTo("request good");
            assertThat(Watch.SEEN.take()).isEqualTo("response hello");
        }
    }
}
