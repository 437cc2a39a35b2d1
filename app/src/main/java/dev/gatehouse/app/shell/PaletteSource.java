package dev.gatehouse.app.shell;

import java.util.List;

/** Something that the palette looks through. Asked beside the UI thread, may block; an interrupt gives it up. */
@FunctionalInterface
public interface PaletteSource {
    /**
     * What these words find, the best first.
     *
     * @param words in lower case, never empty
     * @param most so many are enough
     */
    List<PaletteEntry> find(List<String> words, int most) throws Exception;

    /** Whether a text has all the words. */
    static boolean matches(String text, List<String> words) {
        String lower = text.toLowerCase(java.util.Locale.ROOT);
        return words.stream().allMatch(lower::contains);
    }
}
