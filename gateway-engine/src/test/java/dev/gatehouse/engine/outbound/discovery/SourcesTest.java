package dev.gatehouse.engine.outbound.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.engine.NameServer;
import dev.gatehouse.engine.model.Discovery;
import dev.gatehouse.engine.spec.Binder;
import dev.gatehouse.engine.spec.Document;
import dev.gatehouse.engine.spec.Format;
import dev.gatehouse.engine.upstream.Found;
import io.netty.handler.codec.dns.DnsRecordType;
import io.netty.handler.codec.dns.DnsResponseCode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a look at each kind of source finds. */
class SourcesTest {
    private final NameServer names = new NameServer();
    private final DnsThread thread = new DnsThread();

    @TempDir
    private Path directory;

    @AfterEach
    void close() {
        thread.close();
        names.close();
    }

    private Source source(String settings) {
        String yaml =
                "[{" + settings + (settings.contains("file") ? "" : ", servers: [\"" + names.address() + "\"]") + "}]";
        Discovery setting = Binder.list(Document.parse(yaml, Format.YAML), Discovery.class)
                .entries()
                .getFirst();
        return Source.of(setting, thread);
    }

    private static Found found(String address, String name, int weight, int priority) {
        return new Found(address, name, weight, priority);
    }

    @Test
    void each_address_of_a_name_is_a_target_for_as_long_as_the_answer_says() throws Exception {
        names.has("orders.test", 30, "127.0.0.3", "127.0.0.2");
        try (Source source = source("dns: \"orders.test:8080\"")) {
            Source.Answer answer = source.look();
            assertThat(answer.targets())
                    .containsExactly(
                            found("127.0.0.2:8080", "orders.test", 1, 0), found("127.0.0.3:8080", "orders.test", 1, 0));
            assertThat(answer.pause()).isEqualTo(Duration.ofSeconds(30));
            names.has("orders.test", 0, "127.0.0.4");
            assertThat(source.look().targets()).extracting(Found::address).containsExactly("127.0.0.4:8080");
            assertThat(source.look().pause()).as("no sooner than the interval").isEqualTo(Duration.ofSeconds(2));
            names.has("orders.test", 86_400, "127.0.0.4");
            assertThat(source.look().pause()).as("the longest").isEqualTo(Duration.ofMinutes(5));
        }
    }

    @Test
    void addresses_of_ipv6_are_taken_where_there_are_no_others_or_all_are_wanted() throws Exception {
        names.has("both.test", 30, "127.0.0.2", "2001:db8::1");
        names.has("new.test", 30, "2001:db8::1");
        String six = "[2001:db8:0:0:0:0:0:1]:80";
        try (Source auto = source("dns: \"both.test:80\"");
                Source fresh = source("dns: \"new.test:80\"");
                Source all = source("dns: \"both.test:80\", addresses: all");
                Source only = source("dns: \"both.test:80\", addresses: ipv6")) {
            assertThat(auto.look().targets()).extracting(Found::address).containsExactly("127.0.0.2:80");
            assertThat(fresh.look().targets()).extracting(Found::address).containsExactly(six);
            assertThat(all.look().targets()).extracting(Found::address).containsExactly("127.0.0.2:80", six);
            assertThat(only.look().targets()).extracting(Found::address).containsExactly(six);
        }
    }

    @Test
    void it_is_said_why_dns_has_no_answer() {
        names.has("empty.test", 30);
        try (Source unknown = source("dns: \"unknown.test:80\"");
                Source empty = source("dns: \"empty.test:80\"");
                Source unserved = source("srv: _http._tcp.empty.test")) {
            assertThatThrownBy(unknown::look).hasMessage("the name unknown.test does not exist");
            assertThatThrownBy(empty::look).hasMessage("the name empty.test has no address");
            assertThatThrownBy(unserved::look).hasMessage("the name _http._tcp.empty.test does not exist");
            names.says(DnsResponseCode.SERVFAIL);
            assertThatThrownBy(unknown::look).hasMessage("the name server says ServFail");
        }
    }

    @Test
    void srv_records_tell_ports_weights_and_tiers_of_hosts() throws Exception {
        names.serves("_http._tcp.orders.test", 60, "10 60 8080 a.test", "10 0 8081 b.test", "20 5 80 c.test");
        names.has("a.test", 20, "127.0.0.2", "127.0.0.3");
        names.has("b.test", 90, "127.0.0.2");
        names.has("c.test", 90, "127.0.0.4");
        try (Source source = source("srv: _http._tcp.orders.test")) {
            Source.Answer answer = source.look();
            assertThat(answer.targets())
                    .containsExactly(
                            found("127.0.0.2:8080", "a.test", 60, 10),
                            found("127.0.0.2:8081", "b.test", 1, 10),
                            found("127.0.0.3:8080", "a.test", 60, 10),
                            found("127.0.0.4:80", "c.test", 5, 20));
            assertThat(answer.pause()).isEqualTo(Duration.ofSeconds(20));
            names.serves("_http._tcp.orders.test", 60, "10 60 8080 gone.test", "20 5 80 c.test");
            assertThat(source.look().targets())
                    .as("one host is missing")
                    .extracting(Found::address)
                    .containsExactly("127.0.0.4:80");
            names.serves("_http._tcp.orders.test", 60, "0 0 0 .");
            assertThatThrownBy(source::look).hasMessage("the name _http._tcp.orders.test says that nobody serves it");
            names.serves("_http._tcp.orders.test", 60, "10 60 8080 gone.test");
            assertThatThrownBy(source::look).hasMessage("the name gone.test does not exist");
        }
    }

    @Test
    void what_cannot_be_asked_for_is_not_taken_for_gone() throws Exception {
        names.serves("_http._tcp.orders.test", 60, "10 60 8080 a.test", "10 60 8080 b.test");
        names.has("a.test", 60, "127.0.0.2");
        names.has("b.test", 60, "127.0.0.3", "2001:db8::1");
        try (Source srv = source("srv: _http._tcp.orders.test");
                Source auto = source("dns: \"b.test:80\"");
                Source all = source("dns: \"b.test:80\", addresses: all")) {
            assertThat(srv.look().targets()).hasSize(2);
            names.fails("b.test", DnsRecordType.A);
            assertThatThrownBy(srv::look).hasMessage("the name server says ServFail");
            assertThatThrownBy(auto::look).hasMessage("the name server says ServFail");
            names.fails("b.test", DnsRecordType.AAAA);
            assertThatThrownBy(all::look).hasMessage("the name server says ServFail");
            assertThat(auto.look().targets()).as("it needs none of IPv6").hasSize(1);
        }
    }

    @Test
    void a_file_lists_targets_as_the_configuration_does() throws Exception {
        Path yaml = Files.writeString(
                directory.resolve("orders.yaml"),
                "- {address: \"127.0.0.2:80\"}\n- {address: \"orders.internal:81\", weight: 3, priority: 1}\n");
        Path json = Files.writeString(directory.resolve("orders.json"), "[{\"address\": \"127.0.0.2:80\"}]");
        try (Source first = source("file: \"" + yaml + "\"");
                Source second = source("file: \"" + json + "\"")) {
            assertThat(first.look().targets())
                    .containsExactly(
                            new Found("127.0.0.2:80", null, 1, 0), new Found("orders.internal:81", null, 3, 1));
            assertThat(first.look().pause()).isEqualTo(Duration.ofSeconds(2));
            assertThat(second.look().targets()).hasSize(1);
        }
    }

    @Test
    void a_broken_file_is_told_with_line_and_reason() throws Exception {
        Path file = directory.resolve("orders.yaml");
        try (Source source = source("file: \"" + file + "\"")) {
            assertThatThrownBy(source::look).hasMessage("there is no such file");
            Files.writeString(file, "- {address: \"127.0.0.2:80\"}\n- {adress: \"127.0.0.3:80\"}\n");
            assertThatThrownBy(source::look).hasMessage("line 2: Entry 2 needs 'address' (and 1 more)");
            Files.writeString(file, "- {address: \"127.0.0.2:80\"\n- x");
            assertThatThrownBy(source::look).hasMessageStartingWith("line 2: ");
            Files.writeString(file, "targets: []");
            assertThatThrownBy(source::look).hasMessage("line 1: The document must be a list, not an object");
            Files.write(file, new byte[] {(byte) 0xff});
            assertThatThrownBy(source::look).hasMessage("it is not UTF-8 text");
            Files.write(file, new byte[1024 * 1024 + 1]);
            assertThatThrownBy(source::look).hasMessage("it is larger than 1024 KiB");
            Files.delete(file);
            Files.createDirectory(file);
            assertThatThrownBy(source::look).hasMessage("it is no file");
            assertThat(source.pauseAfter(20)).as("a mended file is taken soon").isEqualTo(Duration.ofSeconds(2));
        }
    }

    @Test
    void dns_that_fails_is_asked_ever_less_often_within_bounds() {
        Pauses pauses = new Pauses(Duration.ofSeconds(2), Duration.ofMinutes(5));
        assertThat(pauses.afterFailures(1)).isEqualTo(Duration.ofSeconds(2));
        assertThat(pauses.afterFailures(3)).isEqualTo(Duration.ofSeconds(8));
        assertThat(pauses.afterFailures(1000)).isEqualTo(Duration.ofSeconds(30));
        assertThat(new Pauses(Duration.ofMinutes(1), Duration.ofMinutes(5)).afterFailures(9))
                .isEqualTo(Duration.ofMinutes(1));
        assertThat(pauses.after(Ttls.UNKNOWN)).isEqualTo(Duration.ofMinutes(5));
    }
}
