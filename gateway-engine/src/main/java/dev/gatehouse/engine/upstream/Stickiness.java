package dev.gatehouse.engine.upstream;

import dev.gatehouse.engine.model.Sticky;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Clients that stay at one target: what their cookie holds, and to whom it leads. */
public final class Stickiness {
    private final Sticky sticky;
    private final Map<String, Member> byToken = new HashMap<>();

    Stickiness(Sticky sticky, List<Member> members) {
        this.sticky = sticky;
        members.forEach(member -> byToken.put(token(member), member));
    }

    private static String token(Member member) {
        return HexFormat.of().toHexDigits(Hash.of(member.target().address()));
    }

    /** The name of the cookie. */
    public String cookie() {
        return sticky.cookie();
    }

    /** The target of a token; null for none of this upstream's. */
    @Nullable
    Member member(@Nullable String token) {
        return token == null ? null : byToken.get(token);
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
