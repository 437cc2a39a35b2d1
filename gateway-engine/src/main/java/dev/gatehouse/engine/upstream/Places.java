package dev.gatehouse.engine.upstream;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of an upstream's targets: an address keeps its number and what is known of it for as long as it is
 * remembered, whatever joins or leaves beside it. Numbers are small, since those that are free are given again.
 */
final class Places {
    private record Place(int index, TargetState target) {}

    private final Map<String, Place> taken = new HashMap<>();
    private final BitSet indexes = new BitSet();

    /** Places of which those of a state before are remembered; null for none. */
    Places(@Nullable Places before) {
        if (before != null) {
            synchronized (before) {
                taken.putAll(before.taken);
                indexes.or(before.indexes);
            }
        }
    }

    /** The place of an address; a late one joins others that work already. */
    synchronized Member member(String address, int weight, int priority, boolean late) {
        Place place = taken.computeIfAbsent(address, _ -> {
            int free = indexes.nextClearBit(0);
            indexes.set(free);
            return new Place(free, new TargetState(address, late));
        });
        return new Member(place.index(), place.target(), weight, priority);
    }

    /** Forgets all but some addresses. */
    synchronized void retain(Set<String> addresses) {
        taken.entrySet().removeIf(one -> {
            boolean gone = !addresses.contains(one.getKey());
            if (gone) {
                indexes.clear(one.getValue().index());
            }
            return gone;
        });
    }
}
