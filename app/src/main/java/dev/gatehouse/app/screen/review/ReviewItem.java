package dev.gatehouse.app.screen.review;

import dev.gatehouse.app.diff.FieldWords;
import dev.gatehouse.app.diff.Kinds;
import dev.gatehouse.app.draft.FieldChange;
import dev.gatehouse.app.draft.ObjectChange;
import dev.gatehouse.app.effect.Effects;
import dev.gatehouse.app.effect.Surroundings;
import dev.gatehouse.app.look.Status;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

/** A changed object in the review. */
final class ReviewItem {
    private final ObjectChange change;
    private final BooleanProperty chosen;
    private final ObjectProperty<List<Remark>> remarks = new SimpleObjectProperty<>(List.of());

    ReviewItem(ObjectChange change, boolean chosen) {
        this.change = change;
        this.chosen = new SimpleBooleanProperty(chosen);
    }

    ObjectChange change() {
        return change;
    }

    /** What happened to it, in a word. */
    String word() {
        return Kinds.word(change.op());
    }

    /** What it is: "route". */
    String kind() {
        return Kinds.one(change.key().kind());
    }

    /** What changes for callers. */
    String effect(Surroundings around) {
        return String.join(" ", Effects.of(change, around));
    }

    /** Its changed values; of a new or removed object, its fields. */
    List<FieldChange> fields() {
        return change.before() == null || change.after() == null
                ? FieldWords.whole(change)
                : FieldChange.between(change.before(), change.after());
    }

    /** Where to begin with an edit: what is wrong, else what was changed first; empty for the object as a whole. */
    String place() {
        return remarks.get().stream()
                .map(Remark::pointer)
                .filter(pointer -> !pointer.isEmpty())
                .findFirst()
                .orElseGet(() -> change.before() == null || change.after() == null
                        ? ""
                        : FieldChange.between(change.before(), change.after())
                                .getFirst()
                                .pointer());
    }

    /** Whether it is to be applied; what is not stays in the draft. */
    BooleanProperty chosenProperty() {
        return chosen;
    }

    /** What the gateway says of it. */
    ObjectProperty<List<Remark>> remarksProperty() {
        return remarks;
    }

    /** The worst of what the gateway says of it; good if it says nothing. */
    Status status() {
        boolean bad = remarks.get().stream().anyMatch(remark -> remark.status() == Status.BAD);
        return bad ? Status.BAD : remarks.get().isEmpty() ? Status.GOOD : Status.ATTENTION;
    }
}
