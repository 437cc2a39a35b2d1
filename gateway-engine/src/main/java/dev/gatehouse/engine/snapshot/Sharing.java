package dev.gatehouse.engine.snapshot;

import dev.gatehouse.engine.destination.Share;
import dev.gatehouse.engine.destination.ShareCondition;
import dev.gatehouse.engine.destination.ShareStickiness;
import dev.gatehouse.engine.destination.SplitDestination;
import dev.gatehouse.engine.exchange.Cookies;
import dev.gatehouse.engine.exchange.RequestHead;
import dev.gatehouse.engine.upstream.Hash;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who goes to which share of a split where more than the weights decide: first the share whose condition holds, then the one
 * to which the client belongs. A client is given to a share by weighted rendezvous hashing (Schindelhauer and Schomaker,
 * "Weighted Distributed Hash Tables", 2005), so that a changed weight moves only as many clients as it has to.
 */
public final class Sharing {
    /** Nothing but the weights decides. */
    public static final int DRAWN = -1;

    private final List<Share> shares;
    private final List<CompiledUpstream> upstreams;
    private final long[] hashes;
    private final @Nullable ShareStickiness sticky;

    private Sharing(SplitDestination split, List<CompiledUpstream> upstreams) {
        shares = split.split();
        sticky = split.sticky();
        this.upstreams = List.copyOf(upstreams);
        hashes = upstreams.stream().mapToLong(to -> Hash.of(to.name())).toArray();
    }

    /** What decides beside the weights; null for nothing. */
    static @Nullable Sharing of(SplitDestination split, List<CompiledUpstream> upstreams) {
        boolean conditions = split.split().stream().anyMatch(share -> share.when() != null);
        return conditions || split.sticky() != null ? new Sharing(split, upstreams) : null;
    }

    /** The number of the share that takes a request, or {@link #DRAWN}. */
    public int index(RequestHead head) {
        for (int i = 0; i < shares.size(); i++) {
            ShareCondition when = shares.get(i).when();
            if (when != null && holds(when, head)) {
                return i;
            }
        }
        if (sticky == null) {
            return DRAWN;
        }
        return switch (sticky.by()) {
            case COOKIE -> byToken(Cookies.find(head.headers(), sticky.cookie()));
            case ADDRESS -> byKey(head.clientAddress());
            case HEADER -> {
                String value = head.headers().get(sticky.cookie());
                yield byKey(value == null ? head.clientAddress() : value);
            }
        };
    }

    /** Why a share takes a request, in words; null where the weights decide. */
    public @Nullable String reason(RequestHead head) {
        for (Share share : shares) {
            ShareCondition when = share.when();
            if (when != null && holds(when, head)) {
                return "the condition of " + share.upstream();
            }
        }
        return sticky == null || index(head) == DRAWN
                ? null
                : switch (sticky.by()) {
                    case COOKIE -> "the cookie " + sticky.cookie();
                    case HEADER -> "the header " + sticky.cookie();
                    case ADDRESS -> "the client's address";
                };
    }

    /** The {@code Set-Cookie} that keeps a client with the upstream that answered it; null if none is needed. */
    public @Nullable String setCookie(RequestHead head, CompiledUpstream answered) {
        if (sticky == null || sticky.by() != ShareStickiness.By.COOKIE) {
            return null;
        }
        int index = upstreams.indexOf(answered);
        if (index < 0 || shares.get(index).weight() == 0) {
            return null; // a fallback, or a share for those only who ask for it
        }
        String token = token(index);
        if (token.equals(Cookies.find(head.headers(), sticky.cookie()))) {
            return null;
        }
        String age =
                sticky.maxAge().isZero() ? "" : "; Max-Age=" + sticky.maxAge().toSeconds();
        String secure = head.scheme().equals("https") ? "; Secure" : "";
        return sticky.cookie() + "=" + token + "; Path=/; HttpOnly; SameSite=Lax" + age + secure;
    }

    private static boolean holds(ShareCondition when, RequestHead head) {
        for (Map.Entry<String, String> header : when.headers().entrySet()) {
            if (!head.headers().contains(header.getKey(), header.getValue(), false)) {
                return false;
            }
        }
        for (Map.Entry<String, String> cookie : when.cookies().entrySet()) {
            if (!cookie.getValue().equals(Cookies.find(head.headers(), cookie.getKey()))) {
                return false;
            }
        }
        return true;
    }

    private String token(int index) {
        return HexFormat.of().toHexDigits(hashes[index]);
    }

    private int byToken(@Nullable String token) {
        for (int i = 0; token != null && i < hashes.length; i++) {
            if (shares.get(i).weight() > 0 && token.equals(token(i))) {
                return i;
            }
        }
        return DRAWN;
    }

    /** The share with the least of -ln(u) / weight, where u is drawn evenly from (0, 1) by the key and the share. */
    private int byKey(String key) {
        int best = DRAWN;
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < hashes.length; i++) {
            int weight = shares.get(i).weight();
            if (weight > 0) {
                double u = ((Hash.of(key, hashes[i]) >>> 11) + 0.5) * 0x1p-53;
                double cost = -Math.log(u) / weight;
                if (cost < least) {
                    least = cost;
                    best = i;
                }
            }
        }
        return best;
    }
}
