package dev.gatehouse.engine.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.engine.exchange.BodyTransform;
import dev.gatehouse.engine.exchange.BodyUse;
import dev.gatehouse.engine.exchange.Policy;
import dev.gatehouse.engine.exchange.RequestHead;
import dev.gatehouse.engine.exchange.SecretValues;
import dev.gatehouse.engine.exchange.StepHandler;
import dev.gatehouse.engine.exchange.Verdict;
import dev.gatehouse.engine.model.Declaration;
import dev.gatehouse.engine.model.Setting;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** A policy that changes bodies, answers by itself or decides later joins the exchange without a change to it. */
class TransformingPolicyTest {
    /** Shifts letters to capitals in both directions and puts a mark at the end. */
    @Declaration(type = "shout", title = "Shout", help = "Shifts bodies to capitals.")
    record Shout(
            @Setting(title = "Mark", help = "What stands at the end.", byDefault = "!")
            String mark) implements Policy {
        @Override
        public String label() {
            return "shout";
        }

        @Override
        public StepHandler open(SecretValues secrets) {
            return new StepHandler() {
                @Override
                public Verdict request(RequestHead head) {
                    if (head.path().equals("/teapot")) {
                        return new Verdict.Reply(
                                418, new DefaultHttpHeaders(), "short and stout".getBytes(StandardCharsets.UTF_8));
                    }
                    return head.path().equals("/later")
                            ? new Verdict.Later(CompletableFuture.supplyAsync(() -> Verdict.PROCEED))
                            : Verdict.PROCEED;
                }

                @Override
                public void response(RequestHead head, int status, HttpHeaders headers) {
                    headers.set("x-volume", "11");
                }

                @Override
                public BodyUse requestUse() {
                    return BodyUse.TRANSFORM;
                }

                @Override
                public BodyUse responseUse() {
                    return BodyUse.TRANSFORM;
                }

                @Override
                public BodyTransform requestBody(RequestHead head) {
                    return new Capitals(mark);
                }

                @Override
                public BodyTransform responseBody(RequestHead head, int status, HttpHeaders headers) {
                    return new Capitals(mark);
                }
            };
        }
    }

    private record Capitals(String mark) implements BodyTransform {
        @Override
        public ByteBuf part(ByteBuf part) {
            ByteBuf out = Unpooled.buffer(part.readableBytes());
            while (part.isReadable()) {
                out.writeByte(Character.toUpperCase(part.readByte()));
            }
            part.release();
            return out;
        }

        @Override
        public ByteBuf end() {
            return Unpooled.copiedBuffer(mark, StandardCharsets.UTF_8);
        }
    }

    private static RunningGateway shouting(Origin origin) {
        return RunningGateway.with(
                List.of(Shout.class),
                RunningGateway.forwardingTo(origin.port(), "")
                        .replace("match: {path: /**}", "match: {path: /**}, policies: [{type: shout}]"));
    }

    /** Answers with the body that it got. */
    private static Origin echo() throws java.io.IOException {
        return Origin.that(connection -> {
            for (String head = connection.head(); !head.isEmpty(); head = connection.head()) {
                StringBuilder body = new StringBuilder();
                if (head.toLowerCase(java.util.Locale.ROOT).contains("transfer-encoding: chunked")) {
                    while (body.indexOf("0\r\n\r\n") < 0) {
                        body.append(connection.read(1));
                    }
                }
                String text = body.toString().replace("\r\n", "|");
                connection.send("HTTP/1.1 200 OK\r\nContent-Length: " + text.length() + "\r\n\r\n" + text);
            }
        });
    }

    @Test
    void both_bodies_are_changed_and_framed_anew() throws Exception {
        try (Origin origin = echo();
                RunningGateway gateway = shouting(origin)) {
            RawClient.Answer answer = gateway.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhello");
            assertThat(answer.body()).isEqualTo("5|HELLO|1|!|0||!");
            assertThat(answer.header("transfer-encoding")).isEqualTo("chunked");
            assertThat(answer.header("x-volume")).isEqualTo("11");
            assertThat(answer.ending()).isEqualTo(RawClient.Ending.WHOLE);
        }
    }

    @Test
    void a_body_that_comes_while_a_step_has_not_decided_yet_is_changed_too() throws Exception {
        try (Origin origin = echo();
                RunningGateway gateway = shouting(origin)) {
            for (int i = 0; i < 20; i++) {
                RawClient.Answer answer =
                        gateway.send("POST /later HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhello");
                assertThat(answer.body()).isEqualTo("5|HELLO|1|!|0||!");
            }
        }
    }

    @Test
    void a_step_that_answers_keeps_the_request_from_the_target() throws Exception {
        try (Origin origin = echo();
                RunningGateway gateway = shouting(origin)) {
            RawClient.Answer answer = gateway.get("/teapot");
            assertThat(answer.status()).isEqualTo(418);
            assertThat(answer.header("x-volume")).isEqualTo("11");
            assertThat(origin.connections()).isZero();
        }
    }

    @Test
    void a_verdict_that_comes_later_lets_the_request_go_on() throws Exception {
        try (Origin origin = echo();
                RunningGateway gateway = shouting(origin)) {
            RawClient.Answer answer = gateway.send("POST /later HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\nhi");
            assertThat(answer.body()).startsWith("2|HI|");
        }
    }
}
