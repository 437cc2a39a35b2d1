package dev.gatehouse.engine.spec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.engine.model.Setting;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        ADDRESS       | 127.0.0.1:9101
        ADDRESS       | [2001:db8::1]:80
        ADDRESS       | catalog.internal:8080
        ADDRESS       | my_service:1
        BIND_ADDRESS  | 0.0.0.0
        BIND_ADDRESS  | ::
        BIND_ADDRESS  | fe80::1
        CIDR          | 10.0.0.0/8
        CIDR          | 192.0.2.1
        CIDR          | fd00::/8
        CIDR          | ::/0
        HOST_PATTERN  | api.example.com
        HOST_PATTERN  | *.Example.org
        HOST_PATTERN  | 127.0.0.1
        HOST_PATTERN  | [::1]
        PATH_PATTERN  | /
        PATH_PATTERN  | /**
        PATH_PATTERN  | /a/{id}/b/
        PATH_PATTERN  | /a.b-c_d~e/%20/**
        PATH_PATTERN  | /a:b@c;d=e,f
        PATH_TEMPLATE | /v1-{id}/{id}/**
        LOCATION      | https://www.example.com
        LOCATION      | http://[::1]:8080/x/{id}/**
        LOCATION      | /x/{id}
        METHOD        | M-SEARCH
        HEADER_NAME   | X-Api_Key.1
        HEADER_VALUE  | text/plain; charset=utf-8
        NAME          | acme/shop@v1
        NAME          | 0a._@-
        TEXT          | é ü 漢字
        EXPRESSION    | request.method == 'GET'
        """)
    void takes(Setting.Format format, String text) {
        assertThat(Formats.check(format, text)).isNull();
        String pattern = Formats.pattern(format);
        assertThat(pattern == null || Pattern.matches(pattern, text))
                .as("the schema takes it too")
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        ADDRESS       | localhost              | Add the port, as in localhost:80.
        ADDRESS       | http://a:1/x           | Write a:1.
        ADDRESS       | ::1                    | Write [::1]:80.
        ADDRESS       | a:0                    | A port is between 1 and 65535.
        ADDRESS       | a:65536                | A port is between 1 and 65535.
        ADDRESS       | a:x                    |
        ADDRESS       | [a]:80                 | 'a' is neither a host name nor an IP address.
        ADDRESS       | 1.2.3.4.5:80           | '1.2.3.4.5' is neither a host name nor an IP address.
        ADDRESS       | 300.1.1.1:80           | '300.1.1.1' is neither a host name nor an IP address.
        ADDRESS       | -a:80                  | '-a' is neither a host name nor an IP address.
        BIND_ADDRESS  | localhost              | Write 127.0.0.1.
        BIND_ADDRESS  | example.com            |
        BIND_ADDRESS  | 1.2                    |
        BIND_ADDRESS  | 010.0.0.1              |
        BIND_ADDRESS  | [::1]                  |
        BIND_ADDRESS  | 12345                  |
        CIDR          | 10.0.0.0/33            |
        CIDR          | ::/129                 |
        CIDR          | 10.0.0.0/              |
        CIDR          | 10.0.0.0/-1            |
        CIDR          | example.com/8          |
        HOST_PATTERN  | *                      | Leave hosts out to take any host.
        HOST_PATTERN  | a.*.org                |
        HOST_PATTERN  | *example.org           |
        HOST_PATTERN  | https://a              | Leave scheme and port out.
        HOST_PATTERN  | a:80                   | Leave scheme and port out.
        HOST_PATTERN  | a..b                   |
        PATH_PATTERN  | a/b                    | Write /a/b.
        PATH_PATTERN  | /a//b                  |
        PATH_PATTERN  | /a/../b                |
        PATH_PATTERN  | /a/./b                 |
        PATH_PATTERN  | /**/a                  |
        PATH_PATTERN  | /a/*                   | Write {name} for one segment, ** at the end for any rest.
        PATH_PATTERN  | /a-{id}                |
        PATH_PATTERN  | /{id}/{id}             | {id} occurs twice.
        PATH_PATTERN  | /{}                    |
        PATH_PATTERN  | /{1a}                  |
        PATH_PATTERN  | /a?b=c                 | Match the query under 'query'.
        PATH_PATTERN  | /a%2                   | Percent-encode other characters.
        PATH_PATTERN  | /ä                     | Percent-encode other characters.
        PATH_PATTERN  | /a b                   | Percent-encode other characters.
        PATH_TEMPLATE | /{id                   |
        LOCATION      | ftp://a                |
        LOCATION      | https://               |
        LOCATION      | https://u@h/           | 'u@h' is neither a host name nor host:port.
        LOCATION      | //evil.example         |
        METHOD        | get                    | Write GET.
        METHOD        | G T                    |
        HEADER_NAME   | a b                    |
        HEADER_NAME   | a:                     |
        NAME          | Öffentlich Shop!       | Write ffentlich-shop-.
        NAME          | a/b/c                  | Write a-b-c.
        NAME          | -a                     | Write a.
        """)
    void refuses(Setting.Format format, String text, String hint) {
        assertThat(Formats.check(format, text))
                .isNotNull()
                .extracting(Complaint::hint)
                .isEqualTo(hint);
    }

    @ParameterizedTest
    @CsvSource({"TEXT", "HEADER_VALUE", "PATH_PATTERN", "LOCATION", "ADDRESS", "HEADER_NAME"})
    void no_format_lets_a_line_break_or_nul_through(Setting.Format format) {
        for (String text : new String[] {"/a\nb", "/a\rb", "/a\0b", "a:1\n"}) {
            assertThat(Formats.check(format, text)).as(text).isNotNull();
        }
    }

    @ParameterizedTest
    @CsvSource({"PATH_PATTERN", "PATH_TEMPLATE", "HOST_PATTERN", "ADDRESS", "NAME", "LOCATION", "EXPRESSION"})
    void a_huge_text_is_refused_quickly(Setting.Format format) {
        assertThat(Formats.check(format, "/%20a".repeat(1_000_000))).isNotNull();
    }
}
