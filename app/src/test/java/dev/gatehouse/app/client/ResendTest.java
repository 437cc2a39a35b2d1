package dev.gatehouse.app.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.app.RealGateway;
import dev.gatehouse.app.screen.certificates.Authority;
import io.netty.pkitesting.X509Bundle;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResendTest {
    private static final String CONFIG = """
        gatehouse: 1
        certificates:
          shop: {chain: {secret: shop-chain}, key: {secret: shop-key}}
        listeners:
          public: {address: 127.0.0.1, port: 0, tls: {certificates: [shop]}}
          inside: {address: 127.0.0.1, port: 0}
        routes:
          shop: {match: {hosts: [shop.example.com], path: /hello}, forward: {respond: {status: 202}}}
          any: {match: {path: /hello}, forward: {respond: {status: 203}}}
        """;

    @TempDir
    Path folder;

    @Test
    void a_call_that_came_over_tls_is_sent_over_tls_to_its_listener_and_host() throws Exception {
        try (RealGateway gateway = gateway()) {
            assertThat(send(gateway, "https", "public", "shop.example.com")).isEqualTo(202);
            assertThat(send(gateway, "http", "inside", "shop.example.com")).isEqualTo(202);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"192.0.2.1", "::1", "3221225985"})
    void a_host_that_is_an_address_leads_to_the_listener_all_the_same(String host) throws Exception {
        try (RealGateway gateway = gateway()) {
            assertThat(send(gateway, "https", "public", host)).isIn(203, 400);
        }
    }

    private RealGateway gateway() throws Exception {
        RealGateway gateway = new RealGateway(folder, Runnable::run);
        Authority authority = new Authority();
        X509Bundle issued = authority.issue("CN=shop", "shop.example.com", 23);
        Certificates certificates = new Certificates(gateway.other());
        certificates.store("shop-chain", authority.chain(issued));
        certificates.store("shop-key", issued.getPrivateKeyPEM());
        gateway.put(CONFIG);
        return gateway;
    }

    private static int send(RealGateway gateway, String scheme, String listener, String host) throws Exception {
        Call call = Json.MAPPER.readValue(
                "{\"method\":\"GET\",\"path\":\"/hello\",\"scheme\":\"" + scheme + "\",\"listener\":\"" + listener
                        + "\",\"host\":\"" + host + "\"}",
                Call.class);
        return Resend.send(gateway.other(), gateway.address(), call).status();
    }
}
