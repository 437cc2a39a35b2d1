package dev.gatehouse.engine.demo;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;

/** A small server of the demo: answers after a while, as its trade says. All its connections share one event loop. */
@Sharable
final class Origin extends SimpleChannelInboundHandler<FullHttpRequest> {
    private final Trade trade;
    private final String instance;
    private final Latency latency;
    private final SplittableRandom random;

    Origin(Trade trade, String instance, Latency latency, long seed) {
        this.trade = trade;
        this.instance = instance;
        this.latency = latency;
        random = new SplittableRandom(seed);
    }

    @Override
    protected void channelRead0(ChannelHandlerContext ctx, FullHttpRequest request) {
        String uri = request.uri();
        int query = uri.indexOf('?');
        String path = query < 0 ? uri : uri.substring(0, query);
        Reply reply = trade.answer(request.method().name(), path, instance, random);
        boolean keepAlive = HttpUtil.isKeepAlive(request);
        long micros = Math.round(latency.next(random) * 1_000);
        ctx.executor().schedule(() -> answer(ctx, reply, keepAlive), micros, TimeUnit.MICROSECONDS);
    }

    private static void answer(ChannelHandlerContext ctx, Reply reply, boolean keepAlive) {
        var response = new DefaultFullHttpResponse(
                HttpVersion.HTTP_1_1,
                HttpResponseStatus.valueOf(reply.status()),
                Unpooled.copiedBuffer(reply.json(), StandardCharsets.UTF_8));
        response.headers().set(HttpHeaderNames.CONTENT_TYPE, "application/json");
        HttpUtil.setContentLength(response, response.content().readableBytes());
        HttpUtil.setKeepAlive(response, keepAlive);
        var written = ctx.writeAndFlush(response);
        if (!keepAlive) {
            written.addListener(ChannelFutureListener.CLOSE);
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        ctx.close();
    }
}
