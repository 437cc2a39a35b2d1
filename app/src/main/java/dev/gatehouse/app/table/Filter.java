package dev.gatehouse.app.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A filter as a person types it: words that must all occur somewhere in the row, and {@code column:value} for words that
 * must occur in that column; quotes hold words together, a minus before a term turns it round. Capitals do not matter.
 */
final class Filter {
    /**
     * One condition.
     *
     * @param column its key; empty for any
     */
    record Term(String column, String words, boolean not) {}

    private Filter() {}

    /**
     * Reads a filter.
     *
     * @param keys of the columns; what stands before a colon and is none of them belongs to the word
     */
    static List<Term> parse(String filter, List<String> keys) {
        List<Term> terms = new ArrayList<>();
        for (String word : words(filter)) {
            boolean not = word.length() > 1 && word.charAt(0) == '-';
            String rest = not ? word.substring(1) : word;
            int colon = rest.indexOf(':');
            String column = colon > 0 ? rest.substring(0, colon) : "";
            boolean known = keys.contains(column);
            String wanted = (known ? rest.substring(colon + 1) : rest).replace("\"", "");
            if (!wanted.isEmpty()) {
                terms.add(new Term(known ? column : "", wanted, not));
            }
        }
        return terms;
    }

    /** Splits at spaces outside quotes, in lower case. */
    private static List<String> words(String filter) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean quoted = false;
        for (char c : (filter.toLowerCase(Locale.ROOT) + " ").toCharArray()) {
            quoted ^= c == '"';
            if (Character.isWhitespace(c) && !quoted) {
                words.add(word.toString());
                word.setLength(0);
            } else {
                word.append(c);
            }
        }
        words.add(word.toString().strip());
        words.removeIf(String::isEmpty);
        return words;
    }
}
