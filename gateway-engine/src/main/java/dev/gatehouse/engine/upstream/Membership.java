package dev.gatehouse.engine.upstream;

import dev.gatehouse.engine.model.Balancer;
import dev.gatehouse.engine.model.Target;
import dev.gatehouse.engine.model.Upstream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
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

    private Membership(Balancer balancer, Places places) {
        this.places = places;
        members = places.members();
        balancing = new Balancing(balancer, members);
        byToken = balancer.sticky() == null ? Map.of() : byToken(members);
    }

    /** The members of an upstream that has just been configured. */
    static Membership of(Upstream upstream, List<Found> found, @Nullable Membership before) {
        Places known = before == null ? Places.NONE : before.places;
        List<Found> targets = together(upstream, found);
        return new Membership(
                upstream.balancer(),
                upstream.discovery() == null
                        ? known.of(targets, before != null)
                        : known.remembering(targets, before != null, Instant.now()));
    }

    /** The members once others have been found. */
    Membership with(Upstream upstream, List<Found> found, Instant now) {
        boolean late = !members.isEmpty(); // the first to be found begin together
        return new Membership(upstream.balancer(), places.remembering(together(upstream, found), late, now));
    }

    /** The targets of the configuration, then those that were found and are none of them. */
    private static List<Found> together(Upstream upstream, List<Found> found) {
        Map<String, Found> all = new LinkedHashMap<>();
        List<Found> together = new ArrayList<>();
        for (Target target : upstream.targets()) {
            together.add(Found.of(target));
            all.put(target.address(), together.getLast());
        }
        for (Found target : found) {
            if (all.putIfAbsent(target.address(), target) == null) {
                together.add(target);
            }
        }
        return together;
    }

    private static Map<String, Member> byToken(List<Member> members) {
        Map<String, Member> byToken = new HashMap<>();
        members.forEach(member -> byToken.put(Stickiness.token(member), member));
        return byToken;
    }

    /** The targets, those of the configuration first. */
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
