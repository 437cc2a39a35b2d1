package dev.gatehouse.engine.upstream;

import dev.gatehouse.engine.model.Balancer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who belongs to an upstream at a time, with all that is laid out for the choice among them. Immutable: where targets come
 * and go, the whole of it is replaced, so that a choice sees either the ones before or the ones after.
 */
final class Membership {
    private final Places places;
    private final List<Member> members;
    private final Balancing balancing;
    private final Map<String, Member> byToken;

    Membership(Balancer balancer, Places places) {
        this.places = places;
        members = places.members();
        balancing = new Balancing(balancer, members);
        byToken = balancer.sticky() == null ? Map.of() : byToken(members);
    }

    private static Map<String, Member> byToken(List<Member> members) {
        Map<String, Member> byToken = new HashMap<>();
        members.forEach(member -> byToken.put(Stickiness.token(member), member));
        return byToken;
    }

    Places places() {
        return places;
    }

    /** The targets in the order of the configuration. */
    List<Member> members() {
        return members;
    }

    Balancing balancing() {
        return balancing;
    }

    /** The target to which a client sticks by its token; null for none that there is now. */
    @Nullable
    Member pinned(@Nullable String token) {
        return token == null ? null : byToken.get(token);
    }

    /** Where a target stands in the order. */
    int position(Member member) {
        for (int i = 0; i < members.size(); i++) {
            if (members.get(i).index() == member.index()) {
                return i;
            }
        }
        return 0;
    }
}
