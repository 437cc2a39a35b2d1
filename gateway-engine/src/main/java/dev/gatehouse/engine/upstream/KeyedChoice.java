package dev.gatehouse.engine.upstream;

import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sends what has the same key to the same target. */
final class KeyedChoice implements Chooser {
    private final HashRing ring;
    private final BitSet usable = new BitSet();

    /** Chooses on a ring of all targets among some of them. */
    KeyedChoice(HashRing ring, List<Member> among) {
        this.ring = ring;
        among.forEach(member -> usable.set(member.index()));
    }

    @Override
    public @Nullable Member choose(Wish wish, long now) {
        return ring.owner(wish.key(), member -> usable.get(member.index()));
    }
}
