package dev.gatehouse.engine.upstream;

import dev.gatehouse.engine.model.Sticky;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Clients that stay at one target: what their cookie holds. */
public final class Stickiness {
    private final Sticky sticky;

    Stickiness(Sticky sticky) {
        this.sticky = sticky;
    }

    /** What stands for a target in the cookie. */
    static String token(Member member) {
        return HexFormat.of().toHexDigits(Hash.of(member.target().address()));
    }

    /** The name of the cookie. */
    public String cookie() {
        return sticky.cookie();
    }

    /** The value of the header that makes a client stay at a target; null if it does already. */
    public @Nullable String setCookie(Member at, @Nullable String pinned, boolean secure) {
        String token = token(at);
        if (token.equals(pinned)) {
            return null;
        }
        String age =
                sticky.maxAge().isZero() ? "" : "; Max-Age=" + sticky.maxAge().toSeconds();
        return sticky.cookie() + "=" + token + "; Path=/; HttpOnly; SameSite=Lax" + age + (secure ? "; Secure" : "");
    }
}
