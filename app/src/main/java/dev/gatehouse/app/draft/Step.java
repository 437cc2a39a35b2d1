package dev.gatehouse.app.draft;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An edit as it was done, which can be undone and done again.
 *
 * @param title what undo calls it
 * @param key the object, if it is about a value of one; typing into that value goes on in the same step
 * @param pointer of that value
 * @param touches by object, in order
 * @param renamings the objects that got another name
 */
record Step(String title, @Nullable ObjectKey key, String pointer, List<Touch> touches, List<Renaming> renamings) {
    Step {
        touches = List.copyOf(touches);
        renamings = List.copyOf(renamings);
    }

    /** This step and the next as one, if they are typing into the same value; else null. */
    @Nullable
    Step joined(Step next) {
        if (key == null || !key.equals(next.key) || !pointer.equals(next.pointer) || !title.equals(next.title)) {
            return null;
        }
        Touch first = touches.getFirst();
        return new Step(
                title,
                key,
                pointer,
                List.of(new Touch(
                        first.key(),
                        first.place(),
                        first.before(),
                        next.touches.getFirst().after())),
                List.of());
    }

    boolean changesNothing() {
        return touches.stream().allMatch(touch -> Objects.equals(touch.before(), touch.after()));
    }
}
