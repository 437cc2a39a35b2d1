package dev.gatehouse.app.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/** One object while it is edited. Pointers are RFC 6901, inside the object; the object itself is the empty one. FX thread. */
public interface ObjectEditing {
    /** What stands at a pointer now; null for nothing. Not to be changed. */
    @Nullable
    JsonNode value(String pointer);

    /** What stands there in the revision that is edited; null for nothing. */
    @Nullable
    JsonNode before(String pointer);

    /**
     * Puts a value in, where there is one or in an object or list that is there; at the end of a list with {@code /-}.
     *
     * @param title names the edit for undoing; the same title and pointer in a row are one edit
     */
    void set(String pointer, JsonNode value, String title);

    /** Takes a value out. */
    void remove(String pointer, String title);

    /** The object's text that cannot be read; null if there is none. */
    @Nullable
    Broken broken();

    /** Keeps a text that cannot be read. The object stays as it was last readable, and is not to be edited otherwise. */
    void hold(Broken broken);

    /** Lets go of the broken text. */
    void release();

    /** The names that a reference to a collection may have. */
    List<String> names(String collection);

    /** Tells after every change, whoever made it. */
    Subscription listen(Runnable changed);
}
