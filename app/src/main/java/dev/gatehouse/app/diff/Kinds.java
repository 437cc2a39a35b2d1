package dev.gatehouse.app.diff;

import dev.gatehouse.app.draft.ObjectChange;
import dev.gatehouse.app.text.Texts;

/** Kinds of objects as words. */
public final class Kinds {
    private Kinds() {}

    /** One object of a collection; one that this console does not know is named as the document names it. */
    public static String one(String collection) {
        return switch (collection) {
            case "routes" -> Texts.get("kind.route");
            case "upstreams" -> Texts.get("kind.upstream");
            case "listeners" -> Texts.get("kind.listener");
            case "certificates" -> Texts.get("kind.certificate");
            default -> collection;
        };
    }

    /** What happened to an object, in a word. */
    public static String word(ObjectChange.Op op) {
        return switch (op) {
            case ADDED -> Texts.get("diff.op.added");
            case CHANGED -> Texts.get("diff.op.changed");
            case REMOVED -> Texts.get("diff.op.removed");
            case RENAMED -> Texts.get("diff.op.renamed");
        };
    }

    /** How many objects of a collection: "3 routes". */
    public static String some(String collection, int count) {
        return switch (collection) {
            case "routes" -> Texts.get(count == 1 ? "kind.route.one" : "kind.route.some", count);
            case "upstreams" -> Texts.get(count == 1 ? "kind.upstream.one" : "kind.upstream.some", count);
            case "listeners" -> Texts.get(count == 1 ? "kind.listener.one" : "kind.listener.some", count);
            case "certificates" -> Texts.get(count == 1 ? "kind.certificate.one" : "kind.certificate.some", count);
            default -> count + " " + collection;
        };
    }
}
