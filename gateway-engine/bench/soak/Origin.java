import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketServerProtocolHandler;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * A target of the soak: small answers, uploads that are counted, large downloads, event streams ({@code /events}) and echoing
 * WebSockets ({@code /socket}). It can be killed, which resets every connection, and started again on its port.
 */
final class Origin {
    private static final MultiThreadIoEventLoopGroup GROUP = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    private static final byte[] LARGE = new byte[2 * 1024 * 1024];
    private static final byte[] SMALL = "x".repeat(300).getBytes(StandardCharsets.US_ASCII);

    private final ChannelGroup open = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
    private int port;

    int start() throws InterruptedException {
        Channel bound = new ServerBootstrap()
                .group(GROUP)
                .channel(NioServerSocketChannel.class)
                .option(ChannelOption.SO_REUSEADDR, true)
                .option(ChannelOption.SO_BACKLOG, 512)
                .childHandler(new ChannelInitializer<>() {
                    @Override
                    protected void initChannel(Channel client) {
                        open.add(client);
                        client.pipeline()
                                .addLast(
                                        new HttpServerCodec(),
                                        new HttpObjectAggregator(8 * 1024 * 1024),
                                        new WebSocketServerProtocolHandler("/socket"),
                                        new Echo(),
                                        new Answers());
                    }
                })
                .bind("127.0.0.1", port)
                .sync()
                .channel();
        open.add(bound);
        port = ((java.net.InetSocketAddress) bound.localAddress()).getPort();
        return port;
    }

    void kill() throws InterruptedException {
        for (Channel channel : open) {
            if (!(channel instanceof NioServerSocketChannel)) {
                channel.config().setOption(ChannelOption.SO_LINGER, 0);
            }
        }
        open.close().sync();
    }

    /** Sends back what comes over a WebSocket. */
    private static final class Echo extends SimpleChannelInboundHandler<WebSocketFrame> {
        @Override
        protected void channelRead0(ChannelHandlerContext ctx, WebSocketFrame frame) {
            ctx.writeAndFlush(new TextWebSocketFrame(frame.content().retain()));
        }
    }

    /** Answers the rest. */
    private static final class Answers extends SimpleChannelInboundHandler<FullHttpRequest> {
        @Override
        protected void channelRead0(ChannelHandlerContext ctx, FullHttpRequest request) {
            String path = request.uri();
            if (path.startsWith("/events")) {
                stream(ctx);
                return;
            }
            byte[] body = path.startsWith("/large")
                    ? LARGE
                    : request.method().equals(HttpMethod.POST)
                            ? Integer.toString(request.content().readableBytes()).getBytes(StandardCharsets.US_ASCII)
                            : SMALL;
            DefaultFullHttpResponse response = new DefaultFullHttpResponse(
                    HttpVersion.HTTP_1_1, HttpResponseStatus.OK, Unpooled.wrappedBuffer(body));
            response.headers().set("content-length", body.length);
            boolean keep = HttpUtil.isKeepAlive(request);
            ctx.writeAndFlush(response).addListener(done -> {
                if (!keep) {
                    ctx.close();
                }
            });
        }

        private static void stream(ChannelHandlerContext ctx) {
            DefaultHttpResponse head = new DefaultHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK);
            head.headers().set("content-type", "text/event-stream").set("transfer-encoding", "chunked");
            ctx.writeAndFlush(head);
            ScheduledFuture<?> ticks = ctx.executor()
                    .scheduleAtFixedRate(
                            () -> ctx.writeAndFlush(new DefaultHttpContent(Unpooled.copiedBuffer(
                                            "data: tick\n\n", StandardCharsets.US_ASCII)))
                                    .addListener(ChannelFutureListener.CLOSE_ON_FAILURE),
                            0,
                            1,
                            TimeUnit.SECONDS);
            ctx.channel().closeFuture().addListener(_ -> ticks.cancel(false));
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
            ctx.close();
        }
    }
}
