package dev.gatehouse.engine.cli;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A configuration in a file. An exported one says in its first line which revision it was taken from, so that applying it
 * does not overwrite what others have done since.
 *
 * @param name for messages
 * @param path null for the standard input
 */
record ConfigFile(String name, @Nullable Path path, String text) {
    /** The file that commands work on unless told otherwise. */
    static final String USUAL = "gatehouse.yaml";

    private static final Pattern BASE = Pattern.compile("\\A# base: revision ([0-9]+)\\b[^\n]*\n");

    static ConfigFile read(String name) throws Failed {
        try {
            if (name.equals("-")) {
                return new ConfigFile("<stdin>", null, new String(System.in.readAllBytes(), StandardCharsets.UTF_8));
            }
            Path path = Path.of(name);
            return new ConfigFile(name, path, Files.readString(path));
        } catch (NoSuchFileException e) {
            throw new Failed(ExitCode.WRONG_USAGE, "there is no file " + name + ".");
        } catch (CharacterCodingException e) {
            throw new Failed(ExitCode.FINDING, name + " is not UTF-8. Save it as UTF-8.");
        } catch (IOException e) {
            throw new Failed(ExitCode.WRONG_USAGE, "cannot read " + name + ": " + e.getMessage() + ".");
        }
    }

    /** The media type of the text. */
    String media() {
        return name.toLowerCase(Locale.ROOT).endsWith(".json") ? "application/json" : "application/yaml";
    }

    /** The revision on which the file is based, or null if it does not say. */
    @Nullable
    Integer base() {
        Matcher matcher = BASE.matcher(text);
        return matcher.find() ? Integer.valueOf(matcher.group(1)) : null;
    }

    /** The line that says the base. */
    static String baseLine(int revision) {
        return "# base: revision " + revision + " (apply refuses to overwrite a later one, unless forced)\n";
    }

    /** Notes in the file, if it has a base, that it now stands for a later revision. */
    void rebase(int revision) throws Failed {
        if (path == null || base() == null) {
            return;
        }
        try {
            Files.writeString(path, BASE.matcher(text).replaceFirst(Matcher.quoteReplacement(baseLine(revision))));
        } catch (IOException e) {
            throw new Failed(
                    ExitCode.FINDING,
                    "applied, but the base in " + name + " could not be brought up to date: " + e.getMessage() + ".");
        }
    }
}
