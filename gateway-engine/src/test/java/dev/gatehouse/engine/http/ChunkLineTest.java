package dev.gatehouse.engine.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChunkLineTest {
    /** The size that a line gives; something stands before it, as in a connection's buffer. */
    private static long size(String line) {
        ByteBuf buffer = Unpooled.copiedBuffer("before" + line, StandardCharsets.ISO_8859_1);
        return ChunkLine.size(buffer, "before".length(), buffer.indexOf(0, buffer.writerIndex(), (byte) '\n'));
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "a, 10", "A, 10", "1f4, 500", "00010, 16", "fffffff, 268435455"})
    void a_size_is_hexadecimal(String digits, long bytes) {
        assertThat(size(digits + "\r\n")).isEqualTo(bytes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"5;a", "5;a=b", "5;a=\"b;c=\\\"d\"", "5;a;b=c;d=\"\"", "5;a=\" \t\""})
    void extensions_are_passed_over(String line) {
        assertThat(size(line + "\r\n")).isEqualTo(5);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "g",
                "-1",
                "+1",
                " 5",
                "5 ",
                "5\t",
                "0x5",
                "5,",
                "5\r",
                "5;",
                "5;;a",
                "5; a",
                "5;a=",
                "5;a=b c",
                "5;a=\"b",
                "5;a=\"b\"c",
                "5;a=\"\u0001\"",
                "5;a=\"\\\u0001\"",
                "5;a=\"\\\"",
                "5;a=\"\r\"",
                "5;a=\"\\\r\"",
                "5;é",
                "²",
                "10000000",
                "00000005"
            })
    void what_could_be_read_in_two_ways_is_malformed(String line) {
        assertThat(size(line + "\r\n")).isEqualTo(-1);
    }

    @Test
    void a_line_ends_with_carriage_return_and_line_feed() {
        assertThat(size("5\n")).isEqualTo(-1);
        assertThat(size("\n")).isEqualTo(-1);
    }

    @Test
    void a_line_is_not_longer_than_256_bytes() {
        assertThat(size("5;" + "a".repeat(254) + "\r\n")).isEqualTo(5);
        assertThat(size("5;" + "a".repeat(255) + "\r\n")).isEqualTo(-1);
    }
}
