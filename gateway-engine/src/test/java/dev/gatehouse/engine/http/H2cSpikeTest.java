package dev.gatehouse.engine.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.engine.snapshot.CompiledListener;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.codec.http2.Http2FrameCodecBuilder;
import io.netty.handler.codec.http2.Http2MultiplexHandler;
import io.netty.handler.codec.http2.Http2StreamFrameToHttpObjectCodec;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Objects;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * HTTP/2 over cleartext, built from Netty's codecs and one {@link ClientSide}: the exchange carries a stream as it carries a
 * connection. Not a feature; it holds the design of the exchange to its promise.
 */
class H2cSpikeTest {
    /** A stream as the client's side of an exchange. */
    private static final class StreamClient extends ChannelInboundHandlerAdapter implements ClientSide {
        private final HttpDataPath dataPath;
        private @Nullable ChannelHandlerContext context;
        private @Nullable Exchange exchange;

        StreamClient(HttpDataPath dataPath) {
            this.dataPath = dataPath;
        }

        private ChannelHandlerContext context() {
            return Objects.requireNonNull(context);
        }

        @Override
        public void handlerAdded(ChannelHandlerContext ctx) {
            context = ctx;
        }

        @Override
        public void channelRead(ChannelHandlerContext ctx, Object message) {
            if (message instanceof HttpRequest whole) {
                // a request without a body comes as one message; an exchange wants head and end apart
                HttpRequest request =
                        new DefaultHttpRequest(whole.protocolVersion(), whole.method(), whole.uri(), whole.headers());
                CompiledListener listener = Objects.requireNonNull(
                        dataPath.serving().snapshot().listeners().get("public"));
                Peer peer = Peer.of(ctx.channel().parent());
                exchange = new Exchange(
                        dataPath.loop(ctx.channel().eventLoop()),
                        this,
                        peer,
                        dataPath.serving().snapshot(),
                        listener,
                        request);
                exchange.start(new HeadReader(peer), "http");
            }
            if (message instanceof FullHttpRequest whole) {
                whole.release(); // it has its head and nothing else
            }
            HttpContent part = message instanceof FullHttpRequest
                    ? LastHttpContent.EMPTY_LAST_CONTENT
                    : message instanceof HttpContent content ? content : null;
            if (part != null && exchange != null) {
                exchange.requestPart(part);
            } else if (part != null) {
                part.release();
            }
        }

        @Override
        public void channelReadComplete(ChannelHandlerContext ctx) {
            if (exchange != null) {
                exchange.requestReadComplete();
            }
        }

        @Override
        public void channelWritabilityChanged(ChannelHandlerContext ctx) {
            if (exchange != null && ctx.channel().isWritable()) {
                exchange.clientWritable();
            }
        }

        @Override
        public void channelInactive(ChannelHandlerContext ctx) {
            if (exchange != null) {
                exchange.clientGone();
            }
        }

        @Override
        public void write(HttpObject part) {
            context().write(part);
        }

        @Override
        public void flush() {
            context().flush();
        }

        @Override
        public boolean isWritable() {
            return context().channel().isWritable();
        }

        @Override
        public void reading(boolean on) {
            context().channel().config().setAutoRead(on);
        }

        @Override
        public void done() {
            exchange = null;
        }

        @Override
        public void abort() {
            exchange = null;
            context().close(); // the stream is reset
        }
    }

    private static Channel serve(HttpDataPath dataPath) {
        return new ServerBootstrap()
                .group(dataPath.group())
                .channel(Transport.best().server())
                .childHandler(new ChannelInitializer<>() {
                    @Override
                    protected void initChannel(Channel connection) {
                        connection
                                .pipeline()
                                .addLast(
                                        Http2FrameCodecBuilder.forServer().build(),
                                        new Http2MultiplexHandler(new ChannelInitializer<>() {
                                            @Override
                                            protected void initChannel(Channel stream) {
                                                stream.pipeline()
                                                        .addLast(
                                                                new Http2StreamFrameToHttpObjectCodec(true),
                                                                new StreamClient(dataPath));
                                            }
                                        }));
                    }
                })
                .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                .syncUninterruptibly()
                .channel();
    }

    private static OkHttpClient http2() {
        return new OkHttpClient.Builder()
                .protocols(List.of(Protocol.H2_PRIOR_KNOWLEDGE))
                .build();
    }

    private static String url(Channel server, String path) {
        return "http://127.0.0.1:" + ((InetSocketAddress) server.localAddress()).getPort() + path;
    }

    @Test
    void a_stream_is_forwarded_to_an_http_1_target_with_its_body() throws Exception {
        try (Origin origin = Origin.that(connection -> {
                    String head = connection.head();
                    String body = connection.read(100_000);
                    connection.send("HTTP/1.1 200 OK\r\nX-Line: "
                            + head.lines().findFirst().orElse("") + "\r\nContent-Length: " + body.length() + "\r\n\r\n"
                            + body);
                });
                RunningGateway gateway = RunningGateway.before(origin.port())) {
            Channel server = serve(gateway.dataPath());
            String sent = "x".repeat(100_000);
            Request request = new Request.Builder()
                    .url(url(server, "/upload?a=1"))
                    .post(RequestBody.create(sent, null))
                    .build();
            try (Response response = http2().newCall(request).execute()) {
                assertThat(response.protocol()).isEqualTo(Protocol.H2_PRIOR_KNOWLEDGE);
                assertThat(response.code()).isEqualTo(200);
                assertThat(response.header("x-line")).isEqualTo("POST /upload?a=1 HTTP/1.1");
                assertThat(response.body().string()).isEqualTo(sent);
            }
            server.close().syncUninterruptibly();
        }
    }

    @Test
    void a_truncated_answer_resets_the_stream() throws Exception {
        try (Origin origin = Origin.answeringOnce("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc");
                RunningGateway gateway = RunningGateway.before(origin.port())) {
            Channel server = serve(gateway.dataPath());
            OkHttpClient client = http2();
            for (int i = 0; i < 2; i++) {
                Request request = new Request.Builder().url(url(server, "/")).build();
                try (Response response = client.newCall(request).execute()) {
                    assertThat(response.code()).as("%s", gateway.ended()).isEqualTo(200);
                    org.assertj.core.api.Assertions.assertThatThrownBy(
                                    () -> response.body().string())
                            .isInstanceOf(okhttp3.internal.http2.StreamResetException.class);
                } catch (okhttp3.internal.http2.StreamResetException e) {
                    assertThat(e).hasMessageContaining("CANCEL"); // the reset came before the head was read
                }
            }
            server.close().syncUninterruptibly();
        }
    }

    @Test
    void a_fault_is_a_problem_over_http_2_too() throws Exception {
        try (RunningGateway gateway = RunningGateway.with("listeners: {public: {address: 127.0.0.1, port: 0}}")) {
            Channel server = serve(gateway.dataPath());
            try (Response response = http2().newCall(
                            new Request.Builder().url(url(server, "/nothing")).build())
                    .execute()) {
                assertThat(response.code()).isEqualTo(404);
                assertThat(response.body().string()).contains("route-not-found");
            }
            server.close().syncUninterruptibly();
        }
    }
}
