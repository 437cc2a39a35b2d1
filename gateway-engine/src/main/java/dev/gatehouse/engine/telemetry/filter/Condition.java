package dev.gatehouse.engine.telemetry.filter;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One term of a filter. */
public sealed interface Condition {
    /** Whether the call meets it. */
    boolean matches(CallFacts call);

    /** A number lies in one of the spans. */
    record Numbers(CallField field, List<Span> spans) implements Condition {
        /** Copies the list. */
        public Numbers {
            spans = List.copyOf(spans);
        }

        @Override
        public boolean matches(CallFacts call) {
            long value = call.number(field);
            return spans.stream().anyMatch(span -> span.holds(value));
        }
    }

    /** A text is as one of the patterns says. */
    record Texts(CallField field, List<TextPattern> patterns) implements Condition {
        /** Copies the list. */
        public Texts {
            patterns = List.copyOf(patterns);
        }

        @Override
        public boolean matches(CallFacts call) {
            String value = call.text(field);
            return patterns.stream().anyMatch(pattern -> pattern.matches(value));
        }
    }

    /**
     * The text occurs, in any case, in one of the {@link #SEARCHED} fields, or is the call's id.
     *
     * @param text in lower case
     */
    record Occurs(String text) implements Condition {
        /** Where it is looked for. */
        public static final List<CallField> SEARCHED = List.of(
                CallField.PATH,
                CallField.HOST,
                CallField.REQUEST_ID,
                CallField.ROUTE,
                CallField.UPSTREAM,
                CallField.FAULT);

        /** Makes the text lower case. */
        public Occurs {
            text = text.toLowerCase(Locale.ROOT);
        }

        @Override
        public boolean matches(CallFacts call) {
            return SEARCHED.stream().anyMatch(field -> holds(call.text(field))) || text.equals(call.text(CallField.ID));
        }

        private boolean holds(@Nullable String value) {
            return value != null && value.toLowerCase(Locale.ROOT).contains(text);
        }
    }

    /** The other condition does not hold. */
    record Not(Condition condition) implements Condition {
        @Override
        public boolean matches(CallFacts call) {
            return !condition.matches(call);
        }
    }
}
