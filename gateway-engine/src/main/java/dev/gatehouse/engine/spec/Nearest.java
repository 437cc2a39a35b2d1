package dev.gatehouse.engine.spec;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Guesses which of the words that exist was meant by one that does not. */
public final class Nearest {
    private Nearest() {}

    /** The candidate that takes the fewest typing slips to become the word; null if all are too far off to be meant. */
    public static @Nullable String of(String word, Collection<String> candidates) {
        int limit = Math.max(1, word.length() / 3) + 1;
        String nearest = null;
        for (String candidate : candidates) {
            if (Math.abs(candidate.length() - word.length()) < limit) {
                int distance = candidate.equalsIgnoreCase(word) ? 0 : distance(word, candidate, limit);
                if (distance < limit) {
                    limit = distance;
                    nearest = candidate;
                }
            }
        }
        return nearest;
    }

    /** Slips between two words: a letter more, less, another, or two swapped; at least {@code limit} if that many. */
    static int distance(String a, String b, int limit) {
        int[] beforeLast = new int[b.length() + 1];
        int[] last = new int[b.length() + 1];
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] spare = beforeLast;
            beforeLast = last;
            last = row;
            row = spare;
            row[0] = i;
            int least = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(Math.min(row[j - 1], last[j]) + 1, last[j - 1] + change);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
                }
                least = Math.min(least, row[j]);
            }
            if (least > limit) {
                return least;
            }
        }
        return row[b.length()];
    }
}
