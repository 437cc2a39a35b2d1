package dev.gatehouse.engine.control;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.engine.spec.Format;
import dev.gatehouse.engine.spec.Parsed;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A change that somebody asks for.
 *
 * @param target what is changed
 * @param change how
 * @param ifMatch what the change is based on: the document's revision number or the object's hash, several if any of them
 *     will do, {@code *} for whatever there is, an empty text for an object that must not be there yet; an empty set is
 *     refused
 * @param principal who asks
 * @param message why, or null
 * @param dryRun true to check everything and change nothing
 * @param confirmWithin makes the revision provisional for this time, or null
 */
public record ConfigWrite(
        Target target,
        Change change,
        Set<String> ifMatch,
        Principal principal,
        @Nullable String message,
        boolean dryRun,
        @Nullable Duration confirmWithin) {
    public ConfigWrite {
        ifMatch = Set.copyOf(ifMatch);
    }

    /** The gateway itself replaces the document, whatever there is. */
    static ConfigWrite ofGateway(Parsed document, String message) {
        return new ConfigWrite(
                Target.DOCUMENT,
                new Change.Replace(document, Format.JSON),
                Set.of("*"),
                Principal.gateway(Control.ENGINE),
                message,
                false,
                null);
    }

    /** The same write with another message. */
    ConfigWrite because(String reason) {
        return new ConfigWrite(target, change, ifMatch, principal, reason, dryRun, confirmWithin);
    }

    /**
     * The whole document, or one object of it.
     *
     * @param collection such as {@code routes}, or null for the document
     * @param name the object's key in its collection, or null for the document
     */
    public record Target(
            @Nullable String collection, @Nullable String name) {
        /** The whole document. */
        public static final Target DOCUMENT = new Target(null, null);
    }

    /** How the target is changed. */
    public sealed interface Change {
        /** Becomes what was written, in this format. */
        record Replace(Parsed document, Format format) implements Change {}

        /** Is merged with a patch (RFC 7386). */
        record Merge(JsonNode patch) implements Change {}

        /** Is changed by operations (RFC 6902). */
        record Operations(JsonNode patch) implements Change {}

        /** Is removed. */
        record Remove() implements Change {}
    }
}
