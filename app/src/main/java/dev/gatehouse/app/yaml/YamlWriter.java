package dev.gatehouse.app.yaml;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.util.StringQuotingChecker;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Writes a tree as YAML for people, as the gateway does: block style, no needless quotes, no document marker. */
public final class YamlWriter {
    private static final ObjectMapper MAPPER = new ObjectMapper(YAMLFactory.builder()
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .disable(YAMLGenerator.Feature.SPLIT_LINES)
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            .enable(YAMLGenerator.Feature.LITERAL_BLOCK_STYLE)
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

    /** Quotes what some reader of YAML takes for something else than text. */
    private static final class Quoting extends StringQuotingChecker {
        private static final long serialVersionUID = 1;

        private static final Set<String> WORDS =
                Set.of("", "~", "null", "true", "false", "yes", "no", "on", "off", "y", "n", "<<", "=");

        /** Numbers in any base, times and dates; two dots are never in one of them, but in addresses. */
        private static final Pattern NUMBER =
                Pattern.compile("(?!.*[.].*[.])[-+.]?[0-9][0-9a-fA-FxXoOtTzZ_,.:+ -]*|[-+]?[.].*");

        @Override
        public boolean needToQuoteName(String name) {
            return isAmbiguous(name);
        }

        @Override
        public boolean needToQuoteValue(String value) {
            return isAmbiguous(value);
        }

        private static boolean isAmbiguous(String text) {
            return text.length() <= 40
                    && (WORDS.contains(text.toLowerCase(Locale.ROOT))
                            || NUMBER.matcher(text).matches());
        }
    }
}
