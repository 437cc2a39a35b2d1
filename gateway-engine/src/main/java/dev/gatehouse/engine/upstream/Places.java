package dev.gatehouse.engine.upstream;

import dev.gatehouse.engine.model.Target;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The numbers of an upstream's targets: an address keeps its number and what is known of it, whatever joins or leaves
 * beside it. Numbers are small, since those that are free are given again. Immutable.
 */
final class Places {
    static final Places NONE = new Places(Map.of(), List.of());

    private record Place(int index, TargetState target) {}

    private final Map<String, Place> taken;
    private final List<Member> members;

    private Places(Map<String, Place> taken, List<Member> members) {
        this.taken = taken;
        this.members = List.copyOf(members);
    }

    /**
     * The places of these targets, the same as now for those that are known.
     *
     * @param late whether the others join some that work already
     */
    Places of(List<Target> targets, boolean late) {
        BitSet used = new BitSet();
        for (Target target : targets) {
            Place known = taken.get(target.address());
            if (known != null) {
                used.set(known.index());
            }
        }
        Map<String, Place> next = new LinkedHashMap<>();
        List<Member> all = new ArrayList<>();
        for (Target target : targets) {
            Place place = next.computeIfAbsent(target.address(), address -> {
                Place known = taken.get(address);
                return known == null ? fresh(used, new TargetState(address, late)) : known;
            });
            all.add(new Member(place.index(), place.target(), target.weight(), target.priority()));
        }
        return new Places(next, all);
    }

    private static Place fresh(BitSet used, TargetState target) {
        int free = used.nextClearBit(0);
        used.set(free);
        return new Place(free, target);
    }

    /** The targets in their order. */
    List<Member> members() {
        return members;
    }
}
