package dev.gatehouse.engine;

import dev.gatehouse.engine.control.Checker;
import dev.gatehouse.engine.control.Control;
import dev.gatehouse.engine.control.DamagedRevision;
import dev.gatehouse.engine.control.Refused;
import dev.gatehouse.engine.control.SecretResolver;
import dev.gatehouse.engine.control.Secrets;
import dev.gatehouse.engine.destination.Destinations;
import dev.gatehouse.engine.route.Expressions;
import dev.gatehouse.engine.snapshot.SnapshotCompiler;
import dev.gatehouse.engine.spec.Catalogue;
import dev.gatehouse.engine.spec.Document;
import dev.gatehouse.engine.spec.Format;
import dev.gatehouse.engine.spec.Parsed;
import dev.gatehouse.engine.spec.Violation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The parts of a start that are about the document: reading it, and telling what is wrong in a user's words. */
final class Startup {
    /** Revision 1 where none is given: one listener, and no route, so that every request is told so. */
    private static final String INITIAL = """
        gatehouse: 1
        listeners:
          public: {address: 0.0.0.0, port: 8080}
        """;

    private static final int MOST_VIOLATIONS = 20;

    private Startup() {}

    static Catalogue catalogue() {
        return Catalogue.of(List.of(), Destinations.BUILT_IN);
    }

    static Checker checker(Catalogue catalogue, Secrets secrets) {
        SecretResolver resolver = new SecretResolver(secrets, System::getenv);
        SnapshotCompiler compiler = new SnapshotCompiler(new Expressions(), resolver);
        return new Checker(catalogue, compiler, Set::of, resolver); // no tenants yet: every object is the gateway's
    }

    static Parsed initial() {
        return Document.parse(INITIAL, Format.YAML);
    }

    static Control.@Nullable Given given(@Nullable Path file) throws StartFailed {
        if (file == null) {
            return null;
        }
        try {
            boolean json = file.toString().toLowerCase(Locale.ROOT).endsWith(".json");
            Format format = json ? Format.JSON : Format.YAML;
            Parsed document = Document.parse(Files.readString(file), format);
            return new Control.Given(document, format, "From " + file.getFileName());
        } catch (NoSuchFileException e) {
            throw new StartFailed("There is no file " + file + ".", "Check --config.", e);
        } catch (IOException e) {
            throw new StartFailed(
                    "The file " + file + " cannot be read: " + e.getMessage() + ".",
                    "Save it as UTF-8, or give this user the right to read it.",
                    e);
        }
    }

    /** The failure of a document that cannot be served. */
    static StartFailed invalid(Refused.Invalid invalid, @Nullable Path file) {
        List<Violation> violations = invalid.violations();
        String place = file == null ? "the stored configuration" : file.toString();
        String lines = violations.stream()
                .limit(MOST_VIOLATIONS)
                .map(violation -> "\n  " + line(place, violation))
                .collect(Collectors.joining());
        String more =
                violations.size() > MOST_VIOLATIONS ? "\n  and " + (violations.size() - MOST_VIOLATIONS) + " more" : "";
        return new StartFailed(
                "The configuration cannot be served:" + lines + more,
                "Correct it and start again; nothing has been changed.",
                invalid);
    }

    private static String line(String place, Violation violation) {
        String where = violation.line() == null
                ? place + ": " + violation.pointer()
                : place + ":" + violation.line() + ":" + violation.column();
        return where + ": " + violation.message() + (violation.hint() == null ? "" : " (" + violation.hint() + ")");
    }

    /** Fails if there are secrets that this gateway's master key does not open. */
    static void checkKey(Secrets secrets) throws StartFailed {
        List<String> lost = secrets.sealedByAnotherKey();
        if (!lost.isEmpty()) {
            throw new StartFailed(
                    "These secrets were sealed with another master key: " + String.join(", ", lost) + ".",
                    "Put back the file master.key, or the GATEHOUSE_MASTER_KEY, with which they were written.");
        }
    }

    /** The failure of a stored revision that has changed on disk. */
    static StartFailed damaged(DamagedRevision damaged, Path directory) {
        return new StartFailed(
                damaged.getMessage() + " in " + directory + ".",
                "Put back a copy of the data directory. Without one, move gatehouse.mv.db away, start again, and apply"
                        + " your last exported gatehouse.yaml.",
                damaged);
    }
}
