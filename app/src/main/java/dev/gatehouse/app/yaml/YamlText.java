package dev.gatehouse.app.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.app.text.Texts;
import java.io.StringReader;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.StreamEndEvent;

/**
 * A YAML text that could be read.
 *
 * @param text as it was written
 * @param tree what it says
 * @param spans where each value stands, by pointer
 */
public record YamlText(String text, JsonNode tree, Map<String, Span> spans) {
    /** Larger texts are no objects of a configuration. */
    private static final int LONGEST = 4 << 20;

    /** Reads a text. */
    public static YamlText read(String text) throws YamlBroken {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(LONGEST);
        try {
            Iterator<Event> events =
                    new Yaml(options).parse(new StringReader(text)).iterator();
            events.next(); // the stream's start
            if (!events.next().is(Event.ID.DocumentStart)) {
                throw new YamlBroken(1, Texts.get("yaml.broken.empty"));
            }
            Map<String, Span> spans = new LinkedHashMap<>();
            JsonNode tree = new YamlValues(text, events, spans).value(events.next(), "", null);
            events.next(); // the document's end
            Event end = events.next();
            if (!(end instanceof StreamEndEvent)) {
                throw new YamlBroken(end.getStartMark().getLine() + 1, Texts.get("yaml.broken.second"));
            }
            return new YamlText(text, tree, spans);
        } catch (MarkedYAMLException broken) {
            throw broken(broken, text);
        } catch (YAMLException broken) {
            throw new YamlBroken(1, Texts.get("yaml.broken.other", String.valueOf(broken.getMessage())));
        }
    }

    /** The innermost value whose lines hold a line, as a pointer; empty for the whole. */
    public String at(int line) {
        return spans.entrySet().stream()
                .filter(entry -> entry.getValue().line() <= line
                        && line <= entry.getValue().lastLine())
                .max(Comparator.comparingInt(entry -> entry.getKey().length()))
                .map(Map.Entry::getKey)
                .orElse("");
    }

    /** Where a value stands, or the nearest around it that the text has; null for the whole. */
    public @Nullable Span of(String pointer) {
        for (String at = pointer; !at.isEmpty(); at = at.substring(0, at.lastIndexOf('/'))) {
            Span span = spans.get(at);
            if (span != null) {
                return span;
            }
        }
        return null;
    }

    private static YamlBroken broken(MarkedYAMLException broken, String text) {
        Mark mark = broken.getProblemMark() != null ? broken.getProblemMark() : broken.getContextMark();
        // The library adds advice on indentation in parentheses, which is seldom what is wrong.
        String problem = String.valueOf(broken.getProblem()).replaceFirst("\\. ?\\(Do not use .*", "");
        String hint = hint(problem, String.valueOf(broken.getContext()));
        String words = Texts.get("yaml.broken.other", problem);
        // What is open to the end of the text is to blame on its last words.
        int last = (int) text.stripTrailing().lines().count();
        int line = mark == null ? 1 : Math.clamp(mark.getLine() + 1, 1, Math.max(1, last));
        return new YamlBroken(line, hint.isEmpty() ? words : words + " " + hint);
    }

    private static String hint(String problem, String context) {
        if (problem.contains("TAB") || problem.contains("\\t")) {
            return Texts.get("yaml.hint.tab");
        }
        if (context.contains("alias")) {
            return Texts.get("yaml.hint.star");
        }
        if (problem.contains("cannot start any token") || context.contains("flow ")) {
            return Texts.get("yaml.hint.quotes");
        }
        if (problem.contains("mapping values are not allowed")) {
            return Texts.get("yaml.hint.colon");
        }
        if (problem.contains("could not find expected ':'")) {
            return Texts.get("yaml.hint.no-colon");
        }
        return problem.contains("block end") ? Texts.get("yaml.hint.indentation") : "";
    }
}
