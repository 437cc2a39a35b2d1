package dev.gatehouse.engine.destination;

import dev.gatehouse.engine.model.Declaration;
import dev.gatehouse.engine.model.Setting;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Clients that stay with their share of a split. */
@Declaration(
        title = "Sticky split",
        help = "Keeps a client with its part of the split as long as that part takes requests.",
        example = "{by: cookie, maxAge: 1h}")
public record ShareStickiness(
        @Setting(
                title = "By",
                help = "A cookie that the gateway sets, or the value of a header or the client's address, of which a"
                        + " changed weight moves as few as it can. A request without the header goes by its address.",
                byDefault = "cookie")
        By by,

        @Setting(
                title = "Name",
                help = "The header's name, or the cookie's, which is gatehouse-share without it.",
                format = Setting.Format.HEADER_NAME)
        @Nullable
        String name,

        @Setting(
                title = "For",
                help = "How long the client keeps the cookie; 0s as long as its session lasts.",
                byDefault = "0s",
                min = "0s",
                max = "8760h")
        Duration maxAge) {
    /** What a client is known by. */
    public enum By {
        COOKIE,
        HEADER,
        ADDRESS
    }

    public ShareStickiness {
        if (by == By.HEADER && name == null) {
            throw new IllegalArgumentException("a header needs its 'name'");
        }
        if (by == By.ADDRESS && name != null) {
            throw new IllegalArgumentException("an address has no name");
        }
        if (by != By.COOKIE && !maxAge.isZero()) {
            throw new IllegalArgumentException("only a cookie has a time to be kept");
        }
    }

    /** The name of the cookie. */
    public String cookie() {
        return name == null ? "gatehouse-share" : name;
    }
}
