package dev.gatehouse.engine.spec;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.util.StringQuotingChecker;

/** Writes a tree as YAML for people: block style, no needless quotes, no document marker. */
public final class YamlWriter {
    private static final ObjectMapper MAPPER = new ObjectMapper(YAMLFactory.builder()
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .disable(YAMLGenerator.Feature.SPLIT_LINES)
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
            .enable(YAMLGenerator.Feature.INDENT_ARRAYS_WITH_INDICATOR)
            .enable(YAMLGenerator.Feature.INDENT_ARRAYS)
            .stringQuotingChecker(new Quoting())
            .build());

    private YamlWriter() {}

    /** The tree as YAML, ending with a line break. */
    public static String write(JsonNode tree) {
        try {
            return MAPPER.writeValueAsString(tree);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Quotes also what other readers of YAML take for something else than text. */
    private static final class Quoting extends StringQuotingChecker.Default {
        private static final long serialVersionUID = 1;

        @Override
        public boolean needToQuoteName(String name) {
            return super.needToQuoteName(name) || isOdd(name);
        }

        @Override
        public boolean needToQuoteValue(String value) {
            return super.needToQuoteValue(value) || isOdd(value);
        }

        private static boolean isOdd(String text) {
            if (text.isEmpty()) {
                return true;
            }
            char first = text.charAt(0);
            return (!Character.isLetter(first) && first != '/' && first != '_')
                    || text.indexOf(": ") >= 0
                    || text.indexOf(" #") >= 0
                    || text.endsWith(":")
                    || text.endsWith(" ");
        }
    }
}
