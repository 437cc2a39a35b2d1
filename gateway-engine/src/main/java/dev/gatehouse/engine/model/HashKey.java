package dev.gatehouse.engine.model;

import org.jspecify.annotations.Nullable;

/** What of a request decides its target. */
@Declaration(title = "Hash key", help = "What of a request decides its target.", example = "{by: header, name: x-user}")
public record HashKey(
        @Setting(
                title = "By",
                help = "A header or a cookie, the client's address, or the path; a request without the header or cookie"
                        + " goes by its client's address.",
                byDefault = "address")
        By by,

        @Setting(title = "Name", help = "The header's or the cookie's name.", format = Setting.Format.HEADER_NAME)
        @Nullable
        String name) {
    /** The parts of a request that can decide. */
    public enum By {
        HEADER,
        COOKIE,
        ADDRESS,
        PATH
    }

    public HashKey {
        boolean named = by == By.HEADER || by == By.COOKIE;
        if (named != (name != null)) {
            throw new IllegalArgumentException(
                    named ? "a header or a cookie needs its 'name'" : "only a header or a cookie has a name");
        }
    }
}
