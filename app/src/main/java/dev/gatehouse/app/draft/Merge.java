package dev.gatehouse.app.draft;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A draft brought onto a newer revision. What only one side changed is merged; what both changed is a {@link Conflict}
 * that somebody has to decide. An object that the draft renamed is renamed on the other side as well, so that what
 * others changed in it is not lost.
 */
public final class Merge {
    private final Base theirs;
    private final Tree base;
    private final Tree mine;
    private final Tree other;
    private final Map<Place, Conflict> conflicts = new LinkedHashMap<>();
    private final Map<Place, Conflict.Choice> choices = new LinkedHashMap<>();

    private record Place(ObjectKey key, String pointer) {}

    Merge(Base base, ObjectNode mine, Base theirs, List<Renaming> renamings, References references) {
        this.theirs = theirs;
        this.mine = new Tree(mine);
        this.base = new Tree(base.document());
        this.other = new Tree(theirs.document());
        for (Renaming renaming : renamings) {
            if (this.other.get(renaming.from()) != null && this.other.get(renaming.to()) == null) {
                Renamings.carryOut(this.base, renaming, references);
                Renamings.carryOut(this.other, renaming, references);
            }
        }
        result((conflict, place) -> {
            conflicts.put(place, conflict);
            return Conflict.Choice.MINE;
        });
    }

    /** The newer revision. */
    public Base theirs() {
        return theirs;
    }

    /** What somebody has to decide, by object. */
    public List<Conflict> conflicts() {
        return List.copyOf(conflicts.values());
    }

    /** What was decided; null if nothing was yet. */
    public Conflict.@Nullable Choice choice(Conflict conflict) {
        return choices.get(new Place(conflict.key(), conflict.pointer()));
    }

    /** Decides a conflict. */
    public void choose(Conflict conflict, Conflict.Choice choice) {
        choices.put(new Place(conflict.key(), conflict.pointer()), choice);
    }

    /** Whether every conflict is decided. */
    public boolean settled() {
        return choices.keySet().containsAll(conflicts.keySet());
    }

    /** The merged document; what is not decided is as the draft has it. */
    ObjectNode result() {
        return result((conflict, place) -> choices.getOrDefault(place, Conflict.Choice.MINE));
    }

    private interface Deciding {
        Conflict.Choice decide(Conflict conflict, Place place);
    }

    private ObjectNode result(Deciding deciding) {
        Set<ObjectKey> keys = new LinkedHashSet<>(base.keys());
        keys.addAll(mine.keys());
        keys.addAll(other.keys());
        Tree result = new Tree(other.root());
        for (ObjectKey key : keys) {
            ThreeWay way = new ThreeWay(
                    key, conflict -> deciding.decide(conflict, new Place(conflict.key(), conflict.pointer())));
            ObjectNode merged = way.merge(base.get(key), mine.get(key), other.get(key));
            if (!Objects.equals(merged, result.get(key))) {
                result.put(key, (mine.get(key) == null ? other : mine).place(key), merged);
            }
        }
        return result.root();
    }
}
