import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoop;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.util.InsecureTrustManagerFactory;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Sends requests at a fixed rate, whatever becomes of those before, and counts each one's time from the moment at which it
 * was due, not from the one at which it could be sent: a proxy that stands still for a while is not spared the requests that
 * would have come meanwhile (no coordinated omission; Gil Tene, "How NOT to Measure Latency", 2013).
 *
 * <p>{@code java -cp 'app/target/lib/*' FixedRate.java RATE SECONDS WARM ROUNDS CONNECTIONS NAME=URL…} takes the servers in
 * turn, first for WARM seconds each that are not counted, then ROUNDS times. A line has the name, the requests, the failed
 * ones, and p50, p99, p99.9 and the longest in milliseconds.
 */
final class FixedRate {
    private final EventLoop loop;
    private final URI url;
    private final double nanosEach;
    private final int all;
    private final long[] took;
    private final ArrayDeque<Channel> free = new ArrayDeque<>();
    private final ArrayDeque<Long> due = new ArrayDeque<>();
    private final CountDownLatch over = new CountDownLatch(1);
    private long start;
    private int sent;
    private int ended;
    private int failed;

    private FixedRate(EventLoop loop, URI url, int rate, int seconds) {
        this.loop = loop;
        this.url = url;
        nanosEach = 1e9 / rate;
        all = rate * seconds;
        took = new long[all];
    }

    public static void main(String[] args) throws Exception {
        int rate = Integer.parseInt(args[0]);
        int rounds = Integer.parseInt(args[3]);
        MultiThreadIoEventLoopGroup group = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
        for (int round = 0; round <= rounds; round++) {
            int seconds = Integer.parseInt(args[round == 0 ? 2 : 1]);
            for (String server : Arrays.asList(args).subList(5, args.length)) {
                String name = server.substring(0, server.indexOf('='));
                URI url = URI.create(server.substring(name.length() + 1));
                FixedRate run = new FixedRate(group.next(), url, rate, seconds);
                run.run(Integer.parseInt(args[4]));
                if (round > 0) {
                    System.out.println(name + " " + run.figures());
                }
            }
        }
        group.shutdownGracefully(0, 1, TimeUnit.SECONDS);
    }

    private void run(int connections) throws Exception {
        SslContext tls = url.getScheme().equals("https")
                ? SslContextBuilder.forClient()
                        .trustManager(InsecureTrustManagerFactory.INSTANCE)
                        .build()
                : null;
        List<Channel> channels = new ArrayList<>();
        for (int i = 0; i < connections; i++) {
            channels.add(connect(tls));
        }
        loop.submit(this::begin).sync();
        over.await();
        for (Channel channel : channels) {
            channel.close().sync();
        }
    }

    private Channel connect(SslContext tls) throws InterruptedException {
        Channel channel = new Bootstrap()
                .group(loop)
                .channel(NioSocketChannel.class)
                .handler(new ChannelInitializer<>() {
                    @Override
                    protected void initChannel(Channel made) {
                        if (tls != null) {
                            made.pipeline().addLast(tls.newHandler(made.alloc(), url.getHost(), url.getPort()));
                        }
                        made.pipeline().addLast(new HttpClientCodec(), new Answers());
                    }
                })
                .connect(url.getHost(), url.getPort())
                .sync()
                .channel();
        if (tls != null) {
            channel.pipeline().get(SslHandler.class).handshakeFuture().sync();
        }
        loop.submit(() -> free.add(channel)).sync();
        return channel;
    }

    private void begin() {
        start = System.nanoTime();
        tick();
    }

    private void tick() {
        long now = System.nanoTime();
        while (sent < all && start + (long) (sent * nanosEach) <= now) {
            due.add(start + (long) (sent++ * nanosEach));
        }
        send();
        if (sent < all) {
            loop.schedule(this::tick, start + (long) (sent * nanosEach) - System.nanoTime(), TimeUnit.NANOSECONDS);
        }
    }

    private void send() {
        while (!due.isEmpty() && !free.isEmpty()) {
            Channel channel = free.poll();
            channel.pipeline().get(Answers.class).due = due.poll();
            DefaultFullHttpRequest request =
                    new DefaultFullHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.GET, url.getRawPath());
            request.headers().set("host", url.getAuthority());
            channel.writeAndFlush(request);
        }
    }

    private void ended(long wasDue, boolean well) {
        took[ended++] = System.nanoTime() - wasDue;
        failed += well ? 0 : 1;
        if (ended == all) {
            over.countDown();
        }
    }

    private String figures() {
        Arrays.sort(took);
        return String.format(
                Locale.ROOT, "%d %d %.3f %.3f %.3f %.3f", all, failed, at(0.5), at(0.99), at(0.999), took[all - 1] / 1e6);
    }

    private double at(double share) {
        return took[(int) Math.min(all - 1, Math.floor(all * share))] / 1e6;
    }

    /** The answers on one connection. */
    private final class Answers extends SimpleChannelInboundHandler<HttpObject> {
        private long due;
        private boolean well;

        @Override
        protected void channelRead0(ChannelHandlerContext ctx, HttpObject message) {
            if (message instanceof HttpResponse response) {
                well = response.status().code() == 200;
            }
            if (message instanceof LastHttpContent) {
                ended(due, well);
                free.add(ctx.channel());
                send();
            }
        }

        @Override
        public void channelInactive(ChannelHandlerContext ctx) {
            if (ended < all) {
                System.err.println("a connection was lost");
                System.exit(1);
            }
        }
    }
}
