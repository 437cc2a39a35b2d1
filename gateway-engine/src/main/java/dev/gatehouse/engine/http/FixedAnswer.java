package dev.gatehouse.engine.http;

import dev.gatehouse.engine.route.Routing;
import dev.gatehouse.engine.snapshot.CompiledRoute;
import dev.gatehouse.engine.snapshot.Ending;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;

/** The endings that the gateway answers itself, from the configuration. */
final class FixedAnswer {
    private static final byte[] NOTHING = new byte[0];

    private FixedAnswer() {}

    static void give(Exchange exchange, Ending.Answer answer) {
        HttpHeaders headers = new DefaultHttpHeaders();
        answer.headers().forEach(headers::set);
        exchange.reply(answer.status(), headers, answer.body());
    }

    static void give(Exchange exchange, Ending.Elsewhere elsewhere, Routing<CompiledRoute> routing) {
        String location = elsewhere.location().expand(routing);
        HttpHeaders headers = new DefaultHttpHeaders().set(HttpHeaderNames.LOCATION, location);
        exchange.reply(elsewhere.status(), headers, NOTHING);
    }
}
