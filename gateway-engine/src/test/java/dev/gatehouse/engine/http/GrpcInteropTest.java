package dev.gatehouse.engine.http;

import dev.gatehouse.engine.Pki;
import io.grpc.ForwardingServerBuilder;
import io.grpc.ManagedChannelBuilder;
import io.grpc.Server;
import io.grpc.ServerBuilder;
import io.grpc.netty.shaded.io.grpc.netty.GrpcSslContexts;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.testing.integration.AbstractInteropTest;
import io.netty.pkitesting.X509Bundle;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.junit.AssumptionViolatedException;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** gRPC's own interop suite: its client and its server, the gateway between. */
@Execution(ExecutionMode.CONCURRENT)
class GrpcInteropTest {
    /** Cases that ask whose address the other end has, which a proxy changes, and for traces that are not recorded here. */
    private static final Set<String> OTHERS =
            Set.of("getServerAddressAndLocalAddressFromClient", "censusContextsPropagated");

    @TestFactory
    Stream<DynamicTest> every_case_passes_in_plain_text() {
        return cases(null);
    }

    @TestFactory
    Stream<DynamicTest> every_case_passes_over_tls_on_both_sides() throws Exception {
        Pki pki = new Pki();
        return cases(new Keys(pki, pki.put("own", "gateway.inside", "target.inside", "127.0.0.1")));
    }

    /** The largest message of the suite is ten MiB. */
    private static final int MOST = 16 << 20;

    private record Keys(Pki pki, X509Bundle own) {
        InputStream chain() {
            return stream(own.getCertificatePathPEM());
        }

        InputStream key() {
            return stream(own.getPrivateKeyPEM());
        }

        InputStream authority() {
            return stream(pki.authority());
        }

        private static InputStream stream(String text) {
            return new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII));
        }
    }

    private static Stream<DynamicTest> cases(@Nullable Keys keys) {
        return Arrays.stream(AbstractInteropTest.class.getMethods())
                .filter(method -> method.isAnnotationPresent(org.junit.Test.class))
                .filter(method -> !OTHERS.contains(method.getName()))
                .sorted(Comparator.comparing(Method::getName))
                .map(method -> DynamicTest.dynamicTest(method.getName(), () -> run(method, keys)));
    }

    private static void run(Method method, @Nullable Keys keys) throws Throwable {
        Through through = new Through(keys);
        try {
            through.setUp();
            method.invoke(through);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof AssumptionViolatedException assumption) {
                Assumptions.abort(String.valueOf(assumption.getMessage()));
            }
            throw e.getCause();
        } finally {
            through.tearDown();
            through.close();
        }
    }

    /** One run of a case. */
    private static final class Through extends AbstractInteropTest implements AutoCloseable {
        private final @Nullable Keys keys;
        private @Nullable Server server;
        private @Nullable RunningGateway gateway;

        Through(@Nullable Keys keys) {
            this.keys = keys;
        }

        @Override
        protected ServerBuilder<?> getServerBuilder() {
            NettyServerBuilder builder = NettyServerBuilder.forAddress(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                    .maxInboundMessageSize(MOST);
            if (keys != null) {
                try {
                    builder.sslContext(
                            GrpcSslContexts.forServer(keys.chain(), keys.key()).build());
                } catch (SSLException e) {
                    throw new IllegalStateException(e);
                }
            }
            return new Captured(builder);
        }

        /** A builder that leaves the server where its port can be asked for. */
        private final class Captured extends ForwardingServerBuilder<Captured> {
            private final NettyServerBuilder builder;

            Captured(NettyServerBuilder builder) {
                this.builder = builder;
            }

            @Override
            protected ServerBuilder<?> delegate() {
                return builder;
            }

            @Override
            public Server build() {
                Server built = super.build();
                server = built;
                return built;
            }
        }

        @Override
        protected ManagedChannelBuilder<?> createChannelBuilder() {
            Server behind = Objects.requireNonNull(server);
            if (keys == null) {
                gateway = RunningGateway.with(RunningGateway.forwardingTo(behind.getPort(), "protocol: http2"));
                return channel().usePlaintext();
            }
            gateway = RunningGateway.with(keys.pki(), """
                listeners: {public: {address: 127.0.0.1, port: 0, tls: {certificates: [own]}}}
                certificates: {%s}
                upstreams:
                  origin:
                    targets: [{address: "127.0.0.1:%d"}]
                    protocol: http2
                    tls: {authorities: {secret: authority}, serverName: target.inside}
                routes: {all: {match: {path: /**}, forward: {upstream: origin}}}
                """.formatted(Pki.yaml("own"), behind.getPort()));
            try {
                return channel()
                        .overrideAuthority("gateway.inside")
                        .sslContext(GrpcSslContexts.forClient()
                                .trustManager(keys.authority())
                                .build());
            } catch (SSLException e) {
                throw new IllegalStateException(e);
            }
        }

        private NettyChannelBuilder channel() {
            int port = Objects.requireNonNull(gateway).port();
            return NettyChannelBuilder.forAddress("127.0.0.1", port).maxInboundMessageSize(MOST);
        }

        @Override
        protected boolean metricsExpected() {
            return false;
        }

        @Override
        public void close() {
            if (gateway != null) {
                gateway.close();
            }
        }
    }
}
