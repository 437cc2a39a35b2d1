package dev.gatehouse.app.yaml;

/** A text is no YAML, or not of the kind that a configuration uses. */
public final class YamlBroken extends Exception {
    private final int line;

    YamlBroken(int line, String words) {
        super(words);
        this.line = line;
    }

    /** The line that is to blame, from 1. */
    public int line() {
        return line;
    }

    /** What is wrong, in a sentence. */
    public String words() {
        return String.valueOf(getMessage());
    }
}
