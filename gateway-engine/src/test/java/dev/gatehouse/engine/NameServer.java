package dev.gatehouse.engine;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioDatagramChannel;
import io.netty.handler.codec.dns.DatagramDnsQuery;
import io.netty.handler.codec.dns.DatagramDnsQueryDecoder;
import io.netty.handler.codec.dns.DatagramDnsResponse;
import io.netty.handler.codec.dns.DatagramDnsResponseEncoder;
import io.netty.handler.codec.dns.DefaultDnsRawRecord;
import io.netty.handler.codec.dns.DnsQuestion;
import io.netty.handler.codec.dns.DnsRecord;
import io.netty.handler.codec.dns.DnsRecordType;
import io.netty.handler.codec.dns.DnsResponseCode;
import io.netty.handler.codec.dns.DnsSection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A name server on a free UDP port that knows what a test tells it; a name that it knows with no record has none. */
public final class NameServer implements AutoCloseable {
    private record Entry(DnsRecordType type, byte[] content, int seconds) {}

    private final Map<String, List<Entry>> names = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> asked = new ConcurrentHashMap<>();
    private final EventLoopGroup group = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    private final Channel channel;
    private volatile DnsResponseCode code = DnsResponseCode.NOERROR;
    private volatile String failing = "";

    /** Starts it. */
    public NameServer() {
        channel = new Bootstrap()
                .group(group)
                .channel(NioDatagramChannel.class)
                .handler(new ChannelInitializer<>() {
                    @Override
                    protected void initChannel(Channel opened) {
                        opened.pipeline()
                                .addLast(
                                        new DatagramDnsQueryDecoder(),
                                        new DatagramDnsResponseEncoder(),
                                        new Answering());
                    }
                })
                .bind(new InetSocketAddress("127.0.0.1", 0))
                .syncUninterruptibly()
                .channel();
    }

    /** Where it is, {@code address:port}. */
    public String address() {
        return "127.0.0.1:" + ((InetSocketAddress) channel.localAddress()).getPort();
    }

    /** How often a name was asked for. */
    public int asked(String name) {
        return asked.getOrDefault(name, new AtomicInteger()).get();
    }

    /** Answers every question with an error from now on; {@link DnsResponseCode#NOERROR} for none. */
    public void says(DnsResponseCode error) {
        code = error;
    }

    /** Fails for one kind of records of a name from now on, and for no other. */
    public void fails(String name, DnsRecordType type) {
        failing = name + " " + type.name();
    }

    /** A name has these addresses from now on, and nothing else. */
    public void has(String name, int seconds, String... addresses) {
        List<Entry> entries = new CopyOnWriteArrayList<>();
        for (String address : addresses) {
            byte[] bytes = InetAddress.ofLiteral(address).getAddress();
            entries.add(new Entry(bytes.length == 4 ? DnsRecordType.A : DnsRecordType.AAAA, bytes, seconds));
        }
        names.put(name, entries);
    }

    /** A name has these SRV records from now on, each {@code priority weight port host}. */
    public void serves(String name, int seconds, String... records) {
        List<Entry> entries = new CopyOnWriteArrayList<>();
        for (String record : records) {
            String[] part = record.split(" ");
            ByteBuf content = Unpooled.buffer();
            for (int i = 0; i < 3; i++) {
                content.writeShort(Integer.parseInt(part[i]));
            }
            for (String label : part[3].split("\\.")) {
                content.writeByte(label.length());
                content.writeCharSequence(label, StandardCharsets.US_ASCII);
            }
            if (!part[3].equals(".")) {
                content.writeByte(0);
            }
            byte[] bytes = new byte[content.readableBytes()];
            content.readBytes(bytes).release();
            entries.add(new Entry(DnsRecordType.SRV, bytes, seconds));
        }
        names.put(name, entries);
    }

    @Override
    public void close() {
        channel.close().syncUninterruptibly();
        group.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
    }

    private final class Answering extends SimpleChannelInboundHandler<DatagramDnsQuery> {
        @Override
        protected void channelRead0(ChannelHandlerContext ctx, DatagramDnsQuery query) {
            DnsQuestion question = query.recordAt(DnsSection.QUESTION);
            String name = question.name();
            String known = name.substring(0, name.length() - 1);
            asked.computeIfAbsent(known, _ -> new AtomicInteger()).incrementAndGet();
            List<Entry> entries = names.get(known);
            DatagramDnsResponse response = new DatagramDnsResponse(
                    /* sender= */ query.recipient(), /* recipient= */ query.sender(), query.id());
            response.addRecord(DnsSection.QUESTION, question);
            boolean fails = failing.equals(known + " " + question.type().name());
            DnsResponseCode error = fails ? DnsResponseCode.SERVFAIL : code;
            boolean good = error.equals(DnsResponseCode.NOERROR);
            response.setCode(entries == null && good ? DnsResponseCode.NXDOMAIN : error);
            if (entries != null && good) {
                for (Entry entry : entries) {
                    if (entry.type().equals(question.type())) {
                        response.addRecord(DnsSection.ANSWER, record(name, entry));
                    }
                }
            }
            ctx.writeAndFlush(response);
        }
    }

    private static DnsRecord record(String name, Entry entry) {
        return new DefaultDnsRawRecord(name, entry.type(), entry.seconds(), Unpooled.wrappedBuffer(entry.content()));
    }
}
