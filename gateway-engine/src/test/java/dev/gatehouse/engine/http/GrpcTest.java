package dev.gatehouse.engine.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.engine.fault.Fault;
import io.grpc.CallOptions;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.Server;
import io.grpc.ServerServiceDefinition;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.ServerCalls;
import io.grpc.stub.StreamObserver;
import io.netty.handler.codec.http2.Http2Headers;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The library of gRPC for Java on both ends, the gateway between. */
class GrpcTest {
    private static final MethodDescriptor.Marshaller<String> TEXT = new MethodDescriptor.Marshaller<>() {
        @Override
        public InputStream stream(String value) {
            return new ByteArrayInputStream(value.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public String parse(InputStream stream) {
            try {
                return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    };
    private static final MethodDescriptor<String, String> ECHO = method(MethodType.UNARY, "Echo");
    private static final MethodDescriptor<String, String> COUNT = method(MethodType.SERVER_STREAMING, "Count");
    private static final MethodDescriptor<String, String> JOIN = method(MethodType.CLIENT_STREAMING, "Join");
    private static final MethodDescriptor<String, String> TALK = method(MethodType.BIDI_STREAMING, "Talk");
    private static final MethodDescriptor<String, String> FAIL = method(MethodType.UNARY, "Fail");
    private static final MethodDescriptor<String, String> WAIT = method(MethodType.UNARY, "Wait");
    private static final Metadata.Key<String> REASON = Metadata.Key.of("x-reason", Metadata.ASCII_STRING_MARSHALLER);

    private final CountDownLatch cancelled = new CountDownLatch(1);
    private Server server;
    private RunningGateway gateway;
    private ManagedChannel channel;

    private static MethodDescriptor<String, String> method(MethodType type, String name) {
        return MethodDescriptor.<String, String>newBuilder()
                .setType(type)
                .setFullMethodName("test.Shop/" + name)
                .setRequestMarshaller(TEXT)
                .setResponseMarshaller(TEXT)
                .build();
    }

    @BeforeEach
    void start() throws IOException {
        server = NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                .addService(shop())
                .build()
                .start();
        gateway = RunningGateway.with(RunningGateway.forwardingTo(server.getPort(), "protocol: http2"));
        channel = NettyChannelBuilder.forAddress("127.0.0.1", gateway.port())
                .usePlaintext()
                .build();
    }

    @AfterEach
    void stop() throws InterruptedException {
        channel.shutdownNow().awaitTermination(5, TimeUnit.SECONDS);
        gateway.close();
        server.shutdownNow().awaitTermination(5, TimeUnit.SECONDS);
    }

    private ServerServiceDefinition shop() {
        return ServerServiceDefinition.builder("test.Shop")
                .addMethod(ECHO, ServerCalls.asyncUnaryCall((request, to) -> {
                    to.onNext(request);
                    to.onCompleted();
                }))
                .addMethod(COUNT, ServerCalls.asyncServerStreamingCall((request, to) -> {
                    for (int i = 1; i <= Integer.parseInt(request); i++) {
                        to.onNext(Integer.toString(i));
                    }
                    to.onCompleted();
                }))
                .addMethod(JOIN, ServerCalls.asyncClientStreamingCall(GrpcTest::joining))
                .addMethod(TALK, ServerCalls.asyncBidiStreamingCall(to -> new Sink(to) {
                    @Override
                    public void onNext(String value) {
                        to.onNext(value + "!");
                    }
                }))
                .addMethod(FAIL, ServerCalls.asyncUnaryCall((request, to) -> {
                    Metadata trailers = new Metadata();
                    trailers.put(REASON, "too late");
                    to.onError(Status.FAILED_PRECONDITION
                            .withDescription("sold out: 100 %")
                            .asRuntimeException(trailers));
                }))
                .addMethod(
                        WAIT,
                        ServerCalls.asyncUnaryCall((request, to) ->
                                ((ServerCallStreamObserver<String>) to).setOnCancelHandler(cancelled::countDown)))
                .build();
    }

    /** What a server does with a stream that it reads. */
    private abstract static class Sink implements StreamObserver<String> {
        private final StreamObserver<String> to;

        Sink(StreamObserver<String> to) {
            this.to = to;
        }

        @Override
        public void onError(Throwable problem) {
            // the client has gone
        }

        @Override
        public void onCompleted() {
            to.onCompleted();
        }
    }

    private static StreamObserver<String> joining(StreamObserver<String> to) {
        StringBuilder all = new StringBuilder();
        return new Sink(to) {
            @Override
            public void onNext(String value) {
                all.append(value);
            }

            @Override
            public void onCompleted() {
                to.onNext(all.toString());
                super.onCompleted();
            }
        };
    }

    /** What comes back, message by message; the end as {@code end}. */
    private static StreamObserver<String> into(BlockingQueue<String> answers) {
        return new StreamObserver<>() {
            @Override
            public void onNext(String value) {
                answers.add(value);
            }

            @Override
            public void onError(Throwable problem) {
                answers.add(String.valueOf(problem));
            }

            @Override
            public void onCompleted() {
                answers.add("end");
            }
        };
    }

    private String call(MethodDescriptor<String, String> method, String request) {
        return ClientCalls.blockingUnaryCall(channel, method, CallOptions.DEFAULT, request);
    }

    @Test
    void a_call_is_answered() throws Exception {
        assertThat(call(ECHO, "hello")).isEqualTo("hello");
        assertThat(call(ECHO, "x".repeat(1_000_000))).hasSize(1_000_000);
        RunningGateway.Ended ended = gateway.ended();
        assertThat(ended.status()).isEqualTo(200);
        assertThat(ended.fault()).isNull();
    }

    @Test
    void a_server_streams() {
        List<String> all = new ArrayList<>();
        ClientCalls.blockingServerStreamingCall(channel, COUNT, CallOptions.DEFAULT, "1000")
                .forEachRemaining(all::add);
        assertThat(all).hasSize(1000).startsWith("1", "2").endsWith("999", "1000");
    }

    @Test
    void a_client_streams() throws Exception {
        BlockingQueue<String> answers = new LinkedBlockingQueue<>();
        StreamObserver<String> to =
                ClientCalls.asyncClientStreamingCall(channel.newCall(JOIN, CallOptions.DEFAULT), into(answers));
        for (String part : new String[] {"a", "b", "c"}) {
            to.onNext(part);
        }
        to.onCompleted();
        assertThat(answers.poll(10, TimeUnit.SECONDS)).isEqualTo("abc");
        assertThat(answers.poll(10, TimeUnit.SECONDS)).isEqualTo("end");
    }

    @Test
    void both_stream_and_each_message_arrives_before_the_next_is_sent() throws Exception {
        BlockingQueue<String> answers = new LinkedBlockingQueue<>();
        StreamObserver<String> to =
                ClientCalls.asyncBidiStreamingCall(channel.newCall(TALK, CallOptions.DEFAULT), into(answers));
        for (int i = 0; i < 20; i++) {
            to.onNext("message " + i);
            assertThat(answers.poll(10, TimeUnit.SECONDS)).isEqualTo("message " + i + "!");
        }
        to.onCompleted();
        assertThat(answers.poll(10, TimeUnit.SECONDS)).isEqualTo("end");
    }

    @Test
    void a_status_and_its_trailers_come_through() {
        assertThatThrownBy(() -> call(FAIL, "")).isInstanceOfSatisfying(StatusRuntimeException.class, problem -> {
            assertThat(problem.getStatus().getCode()).isEqualTo(Status.Code.FAILED_PRECONDITION);
            assertThat(problem.getStatus().getDescription()).isEqualTo("sold out: 100 %");
            assertThat(problem.getTrailers().get(REASON)).isEqualTo("too late");
        });
    }

    @Test
    void a_method_that_the_server_does_not_know_is_the_server_s_to_refuse() {
        assertThatThrownBy(() -> call(method(MethodType.UNARY, "Nothing"), ""))
                .isInstanceOfSatisfying(
                        StatusRuntimeException.class,
                        problem -> assertThat(problem.getStatus().getCode()).isEqualTo(Status.Code.UNIMPLEMENTED));
    }

    @Test
    void a_deadline_ends_the_call_at_the_server_too() throws Exception {
        assertThat(call(ECHO, "awake")).isEqualTo("awake");
        assertThatThrownBy(() -> ClientCalls.blockingUnaryCall(
                        channel, WAIT, CallOptions.DEFAULT.withDeadlineAfter(2, TimeUnit.SECONDS), ""))
                .isInstanceOfSatisfying(
                        StatusRuntimeException.class,
                        problem -> assertThat(problem.getStatus().getCode()).isEqualTo(Status.Code.DEADLINE_EXCEEDED));
        assertThat(cancelled.await(10, TimeUnit.SECONDS)).isTrue();
        gateway.ended();
        gateway.ended();
        assertThat(gateway.inUse()).isZero();
    }

    @Test
    void the_gateway_keeps_a_deadline_that_the_server_does_not() throws Exception {
        try (Origin silent = Origin.that(connection -> {
                    RawHttp2 target = RawHttp2.of(connection);
                    target.next(RawHttp2.RST_STREAM);
                    cancelled.countDown();
                });
                RunningGateway before =
                        RunningGateway.with(RunningGateway.forwardingTo(silent.port(), "protocol: http2"));
                RawHttp2 client = new RawHttp2(before.port())) {
            client.request(
                    1,
                    false,
                    "POST",
                    "/test.Shop/Wait",
                    "content-type",
                    "application/grpc",
                    "te",
                    "trailers",
                    "grpc-timeout",
                    "200m");
            RawHttp2.Frame answer = client.next(RawHttp2.HEADERS);
            Http2Headers head = client.fields(answer);
            assertThat(answer.endsStream()).isTrue();
            assertThat(head.get("grpc-status")).hasToString("4");
            assertThat(head.get("grpc-message").toString()).contains("deadline-passed", "200m");
            assertThat(cancelled.await(10, TimeUnit.SECONDS)).isTrue();
            assertThat(before.ended().fault()).isEqualTo(Fault.DEADLINE_PASSED);
        }
    }

    @Test
    void a_server_that_is_down_is_unavailable() {
        server.shutdownNow();
        assertThatThrownBy(() -> call(ECHO, "")).isInstanceOfSatisfying(StatusRuntimeException.class, problem -> {
            assertThat(problem.getStatus().getCode()).isEqualTo(Status.Code.UNAVAILABLE);
            assertThat(problem.getStatus().getDescription()).startsWith("connect-failed: ");
        });
    }

    @Test
    void a_call_that_no_route_takes_is_unimplemented() {
        gateway.apply("listeners: {public: {address: 127.0.0.1, port: 0}}");
        assertThatThrownBy(() -> call(ECHO, "")).isInstanceOfSatisfying(StatusRuntimeException.class, problem -> {
            assertThat(problem.getStatus().getCode()).isEqualTo(Status.Code.UNIMPLEMENTED);
            assertThat(problem.getStatus().getDescription()).startsWith("route-not-found: ");
        });
    }

    @ParameterizedTest
    @CsvSource({
        "1H, 3600000000000",
        "2M, 120000000000",
        "3S, 3000000000",
        "4m, 4000000",
        "5u, 5000",
        "6n, 6",
        "99999999H, 31536000000000000",
        "123456789S, -1",
        "S, -1",
        "1x, -1",
        "-1S, -1",
        "'', -1"
    })
    void times_are_read_as_grpc_writes_them(String written, long nanos) {
        assertThat(Deadline.nanos(written)).isEqualTo(nanos);
    }
}
