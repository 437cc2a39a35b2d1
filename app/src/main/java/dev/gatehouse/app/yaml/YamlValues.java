package dev.gatehouse.app.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.app.text.Texts;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Iterator;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;

/** Makes values of a text's events and takes down where they stand. */
final class YamlValues {
    /** The plain scalars that are numbers: those of JSON. Others, such as 0x10, 010 or 1_000, are text. */
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?");

    private static final int DEEPEST = 100;

    private final String text;
    private final Iterator<Event> events;
    private final Map<String, Span> spans;
    private int depth;

    YamlValues(String text, Iterator<Event> events, Map<String, Span> spans) {
        this.text = text;
        this.events = events;
        this.spans = spans;
    }

    /**
     * The value that an event begins.
     *
     * @param key where its key begins; null if it has none
     */
    JsonNode value(Event event, String pointer, @Nullable Mark key) throws YamlBroken {
        Mark start = event.getStartMark();
        if (++depth > DEEPEST) {
            throw broken(start, "yaml.broken.deep");
        }
        Mark end = event.getEndMark();
        JsonNode value = switch (event) {
            case AliasEvent _ -> throw broken(start, "yaml.broken.alias");
            case ScalarEvent scalar -> scalar(scalar);
            case MappingStartEvent _ -> mapping(pointer);
            case SequenceStartEvent _ -> sequence(pointer);
            default -> throw broken(start, "yaml.broken.key");
        };
        depth--;
        boolean single = event instanceof ScalarEvent;
        int last = single ? end.getLine() : lastLine(pointer, start.getLine());
        if (!pointer.isEmpty()) {
            boolean plain = single && start.getLine() == last && offset(end) > offset(start);
            int line = key == null ? start.getLine() : key.getLine();
            // A text of several lines ends at the beginning of the line after it.
            int till = single && end.getColumn() == 0 && last > line ? last - 1 : last;
            spans.put(pointer, new Span(line, till, offset(start), offset(end), plain));
        }
        return value;
    }

    private ObjectNode mapping(String pointer) throws YamlBroken {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        for (Event event = events.next(); !event.is(Event.ID.MappingEnd); event = events.next()) {
            if (!(event instanceof ScalarEvent key)) {
                throw broken(event.getStartMark(), "yaml.broken.key");
            }
            String name = key.getValue();
            if (object.has(name)) {
                throw new YamlBroken(key.getStartMark().getLine() + 1, Texts.get("yaml.broken.twice", name));
            }
            String child = pointer + "/" + name.replace("~", "~0").replace("/", "~1");
            object.set(name, value(events.next(), child, key.getStartMark()));
        }
        return object;
    }

    private ArrayNode sequence(String pointer) throws YamlBroken {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (Event event = events.next(); !event.is(Event.ID.SequenceEnd); event = events.next()) {
            array.add(value(event, pointer + "/" + array.size(), null));
        }
        return array;
    }

    private static JsonNode scalar(ScalarEvent scalar) throws YamlBroken {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        String value = scalar.getValue();
        if (scalar.getTag() != null && !scalar.getTag().equals("!")) {
            throw new YamlBroken(scalar.getStartMark().getLine() + 1, Texts.get("yaml.broken.tag", scalar.getTag()));
        }
        if (!scalar.isPlain() || scalar.getTag() != null) {
            return nodes.textNode(value);
        }
        return switch (value) {
            case "", "~", "null", "Null", "NULL" -> nodes.nullNode();
            case "true", "True", "TRUE" -> nodes.booleanNode(true);
            case "false", "False", "FALSE" -> nodes.booleanNode(false);
            default -> NUMBER.matcher(value).matches() ? number(value) : nodes.textNode(value);
        };
    }

    /** As JSON's reader would make it, so that equal documents are equal trees. */
    private static JsonNode number(String value) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        if (value.matches("-?[0-9]+")) {
            BigInteger whole = new BigInteger(value);
            if (whole.bitLength() < 32) {
                return nodes.numberNode(whole.intValue());
            }
            return whole.bitLength() < 64 ? nodes.numberNode(whole.longValue()) : nodes.numberNode(whole);
        }
        return value.length() > 100 ? nodes.textNode(value) : nodes.numberNode(new BigDecimal(value).doubleValue());
    }

    /** A container's end event stands where the next value begins: its last line is that of the last value in it. */
    private int lastLine(String pointer, int otherwise) {
        return spans.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(pointer + "/"))
                .mapToInt(entry -> entry.getValue().lastLine())
                .max()
                .orElse(otherwise);
    }

    /** Marks count code points. */
    private int offset(Mark mark) {
        return text.offsetByCodePoints(0, Math.min(mark.getIndex(), text.codePointCount(0, text.length())));
    }

    private static YamlBroken broken(Mark mark, String key) {
        return new YamlBroken(mark.getLine() + 1, Texts.get(key));
    }
}
