package dev.gatehouse.engine.spec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.gatehouse.engine.spec.Positions.Position;
import java.io.StringReader;
import java.util.Iterator;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;
import org.yaml.snakeyaml.reader.ReaderException;

/**
 * Reads YAML event by event: the library below splits the text into events with their places, and this class alone says
 * what they mean. So there are no aliases to expand, no tags to construct and no words that turn into booleans.
 */
final class YamlReader {
    /** The plain scalars that are numbers: those of JSON. Others, such as 0x10, 010 or 1_000, are text. */
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?");

    private static final Set<String> PLAIN_TAGS = Set.of("!", "tag:yaml.org,2002:map", "tag:yaml.org,2002:seq");
    private static final String TEXT_TAG = "tag:yaml.org,2002:str";
    private static final String ROOT = "";

    private final String text;
    private final Reading reading;

    YamlReader(String text, Reading reading) {
        this.text = text;
        this.reading = reading;
    }

    @Nullable
    JsonNode read() throws BrokenText {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(Document.MAX_LENGTH);
        try {
            Iterator<Event> events =
                    new Yaml(options).parse(new StringReader(text)).iterator();
            events.next(); // the stream's start
            if (!events.next().is(Event.ID.DocumentStart)) {
                throw new BrokenText(ROOT, "The document is empty.", "An empty configuration is 'gatehouse: 1'.", null);
            }
            JsonNode tree = value(events, events.next(), ROOT, 0);
            events.next(); // the document's end
            Event next = events.next();
            if (next instanceof DocumentStartEvent) {
                reading.violation(
                        ROOT,
                        "A second document starts here; a file holds one.",
                        "Move it to another file, or remove the line '---'.",
                        position(next.getStartMark()));
            }
            return tree;
        } catch (MarkedYAMLException broken) {
            Mark mark = broken.getProblemMark() != null ? broken.getProblemMark() : broken.getContextMark();
            // The library adds advice on indentation in parentheses, which is seldom what is wrong.
            String problem = broken.getProblem() != null
                    ? broken.getProblem().replaceFirst("\\. ?\\(Do not use .*", "")
                    : "it cannot be read";
            throw new BrokenText(
                    ROOT,
                    "The YAML is broken: " + problem + ".",
                    hint(problem, broken.getContext()),
                    mark == null ? null : position(mark));
        } catch (ReaderException broken) {
            throw new BrokenText(
                    ROOT,
                    "The YAML is broken: it has a control character (code " + broken.getCodePoint() + ").",
                    "Remove the character, or write it as an escape in double quotes.",
                    position(broken.getPosition()));
        } catch (YAMLException broken) {
            throw new BrokenText(ROOT, "The YAML is broken: " + broken.getMessage(), null, null);
        }
    }

    private JsonNode value(Iterator<Event> events, Event event, String pointer, int depth) throws BrokenText {
        Position position = position(event.getStartMark());
        reading.checkDepth(depth, pointer, position);
        return switch (event) {
            case AliasEvent alias -> {
                reading.positions.putScalar(pointer, position);
                reading.violation(
                        pointer,
                        "'*" + alias.getAnchor() + "' is a YAML alias, which a configuration cannot use.",
                        "Write the value out; a text that begins with * needs quotes: \"*" + alias.getAnchor() + "\".",
                        position);
                yield NullNode.instance;
            }
            case ScalarEvent scalar -> {
                reading.positions.putScalar(pointer, position);
                yield scalar(scalar, pointer, position);
            }
            case MappingStartEvent start -> {
                checkTag(start, pointer, position);
                yield mapping(events, pointer, depth, position);
            }
            case SequenceStartEvent start -> {
                checkTag(start, pointer, position);
                reading.positions.putContainer(pointer, position);
                ArrayNode array = JsonNodeFactory.instance.arrayNode();
                for (Event next = events.next(); !next.is(Event.ID.SequenceEnd); next = events.next()) {
                    array.add(value(events, next, pointer + "/" + array.size(), depth + 1));
                }
                yield array;
            }
            default -> throw new IllegalStateException("a value cannot start with " + event);
        };
    }

    private ObjectNode mapping(Iterator<Event> events, String pointer, int depth, Position position) throws BrokenText {
        reading.positions.putContainer(pointer, position);
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        for (Event event = events.next(); !event.is(Event.ID.MappingEnd); event = events.next()) {
            Position at = position(event.getStartMark());
            if (!(event instanceof ScalarEvent scalar)) {
                throw new BrokenText(
                        pointer,
                        "A key must be a plain text.",
                        "Put the text in quotes if it begins with { [ or *.",
                        at);
            }
            String key = scalar.getValue();
            String child = pointer + "/" + Path.escape(key);
            if (reading.isNewKey(object, key, child, at)) {
                object.set(key, value(events, events.next(), child, depth + 1));
            } else {
                skip(events);
            }
        }
        return object;
    }

    private static void skip(Iterator<Event> events) {
        int open = 0;
        do {
            Event event = events.next();
            open += event instanceof CollectionStartEvent ? 1 : 0;
            open -= event.is(Event.ID.MappingEnd) || event.is(Event.ID.SequenceEnd) ? 1 : 0;
        } while (open > 0);
    }

    private JsonNode scalar(ScalarEvent scalar, String pointer, Position position) {
        String value = scalar.getValue();
        String tag = scalar.getTag();
        if (tag != null && !tag.equals("!") && !tag.equals(TEXT_TAG)) {
            reading.violation(pointer, "The tag " + tag + " is not part of the format.", "Leave it out.", position);
        }
        if (!scalar.isPlain() || tag != null) {
            return TextNode.valueOf(value);
        }
        return switch (value) {
            case "", "~", "null", "Null", "NULL" -> NullNode.instance;
            case "true", "True", "TRUE" -> BooleanNode.TRUE;
            case "false", "False", "FALSE" -> BooleanNode.FALSE;
            default -> {
                JsonNode number = NUMBER.matcher(value).matches() ? Reading.number(value) : null;
                yield number != null ? number : TextNode.valueOf(value);
            }
        };
    }

    private void checkTag(CollectionStartEvent start, String pointer, Position position) {
        if (start.getTag() != null && !PLAIN_TAGS.contains(start.getTag())) {
            reading.violation(
                    pointer, "The tag " + start.getTag() + " is not part of the format.", "Leave it out.", position);
        }
    }

    private static @Nullable String hint(String problem, @Nullable String context) {
        if (problem.contains("TAB") || problem.contains("\\t")) {
            return "Indent with spaces; YAML does not take tabs.";
        }
        if (String.valueOf(context).contains("alias")) {
            return "A text that begins with * needs quotes, such as \"*.example.org\".";
        }
        if (problem.contains("cannot start any token")
                || String.valueOf(context).contains("flow ")) {
            return "Put values that contain { } [ ] , or begin with @ ` % * & ! in quotes.";
        }
        if (problem.contains("mapping values are not allowed")) {
            return "Check the indentation, and put values that contain ': ' in quotes.";
        }
        return problem.contains("block end") ? "Check that the lines of one object are indented alike." : null;
    }

    private static Position position(Mark mark) {
        return new Position(mark.getLine() + 1, mark.getColumn() + 1);
    }

    private Position position(int index) {
        String before = text.substring(0, Math.min(index, text.length()));
        int line = (int) before.chars().filter(c -> c == '\n').count();
        return new Position(line + 1, before.length() - before.lastIndexOf('\n'));
    }
}
