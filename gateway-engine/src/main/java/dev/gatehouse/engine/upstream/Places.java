package dev.gatehouse.engine.upstream;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of an upstream's targets: an address keeps its number and what is known of it, whatever joins or leaves
 * beside it, and for a while after it has left, since it may come back. Numbers are small: those that are free are given
 * again. Immutable.
 */
final class Places {
    static final Places NONE = new Places(Map.of(), List.of());

    /** How long a target that has left is remembered. */
    static final Duration MEMORY = Duration.ofMinutes(10);

    /** How many that have left are remembered at most. */
    private static final int MOST_GONE = 1000;

    /**
     * One target's place.
     *
     * @param gone since when it is none of the targets; null while it is
     */
    private record Place(
            int index, TargetState target, @Nullable Instant gone) {
        boolean isCalled(@Nullable String name) {
            return target.name().equals(name == null ? target.host() : name);
        }

        boolean isRemembered(Instant now) {
            return gone == null || gone.plus(MEMORY).isAfter(now) || target.inFlight() > 0;
        }
    }

    private final Map<String, Place> taken;
    private final List<Member> members;

    private Places(Map<String, Place> taken, List<Member> members) {
        this.taken = taken;
        this.members = List.copyOf(members);
    }

    /**
     * The places of these targets, the same as now for those that are known; the others are forgotten.
     *
     * @param late whether targets that are not known join some that work already
     */
    Places of(List<Found> targets, boolean late) {
        return of(targets, late, new LinkedHashMap<>());
    }

    /** The places of these targets; those that leave now are remembered for a while. */
    Places remembering(List<Found> targets, boolean late, Instant now) {
        Map<String, Place> gone = new LinkedHashMap<>(); // in the order in which they have gone
        taken.forEach((address, place) -> {
            if (place.gone() != null && place.isRemembered(now)) {
                gone.put(address, place);
            }
        });
        taken.forEach((address, place) -> {
            if (place.gone() == null) {
                gone.put(address, new Place(place.index(), place.target(), now));
            }
        });
        return of(targets, late, gone);
    }

    private Places of(List<Found> targets, boolean late, Map<String, Place> gone) {
        targets.forEach(target -> gone.remove(target.address()));
        while (gone.size() > MOST_GONE) {
            gone.remove(gone.keySet().iterator().next());
        }
        BitSet used = new BitSet();
        gone.values().forEach(place -> used.set(place.index()));
        for (Found target : targets) {
            Place known = taken.get(target.address());
            if (known != null) {
                used.set(known.index());
            }
        }
        Map<String, Place> next = new LinkedHashMap<>(gone);
        List<Member> all = new ArrayList<>();
        for (Found target : targets) {
            String address = target.address();
            Place known = next.getOrDefault(address, taken.get(address));
            Place place = known != null && known.isCalled(target.name())
                    ? new Place(known.index(), known.target(), null)
                    : new Place(known == null ? free(used) : known.index(), fresh(target, late), null);
            next.put(address, place);
            all.add(new Member(place.index(), place.target(), target.weight(), target.priority()));
        }
        return new Places(next, all);
    }

    private static TargetState fresh(Found target, boolean late) {
        return new TargetState(target.address(), target.name(), late);
    }

    private static int free(BitSet used) {
        int free = used.nextClearBit(0);
        used.set(free);
        return free;
    }

    /** The targets in their order. */
    List<Member> members() {
        return members;
    }
}
