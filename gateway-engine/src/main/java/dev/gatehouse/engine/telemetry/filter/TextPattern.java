package dev.gatehouse.engine.telemetry.filter;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a text has to be. */
public sealed interface TextPattern {
    /** Whether the text is so; null and empty are no text. */
    boolean matches(@Nullable String text);

    /** There is none. */
    record None() implements TextPattern {
        @Override
        public boolean matches(@Nullable String text) {
            return text == null || text.isEmpty();
        }
    }

    /** It is this one. */
    record Exact(String wanted) implements TextPattern {
        @Override
        public boolean matches(@Nullable String text) {
            return wanted.equals(text);
        }
    }

    /**
     * It begins with the first part, ends with the last and has those between in this order, anything around them.
     *
     * @param parts what stood between the stars, at least two; may be empty
     */
    record Parts(List<String> parts) implements TextPattern {
        /** Copies the list. */
        public Parts {
            parts = List.copyOf(parts);
        }

        @Override
        public boolean matches(@Nullable String text) {
            if (text == null || text.isEmpty() || !text.startsWith(parts.getFirst())) {
                return false;
            }
            int at = parts.getFirst().length();
            for (String part : parts.subList(1, parts.size() - 1)) {
                int found = text.indexOf(part, at);
                if (found < 0) {
                    return false;
                }
                at = found + part.length();
            }
            String last = parts.getLast();
            return text.length() - last.length() >= at && text.endsWith(last);
        }
    }
}
