package dev.gatehouse.app.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * Changes a text so that it says another tree. Where single values changed, only they change in the text, and comments, order
 * and spelling of all the rest stay; any other change is written anew, without comments.
 */
public final class YamlFollowing {
    private YamlFollowing() {}

    /** The text that says {@code tree}. */
    public static String follow(YamlText old, JsonNode tree) {
        if (old.tree().equals(tree)) {
            return old.text();
        }
        return swap(old, old.tree(), tree, "")
                .flatMap(text -> says(text, tree) ? Optional.of(text) : Optional.empty())
                .orElseGet(() -> YamlWriter.write(tree));
    }

    /** Whether the text has something that writing it anew would lose. */
    public static boolean hasComments(String text) {
        return text.lines().anyMatch(line -> line.strip().startsWith("#") || line.contains(" #"));
    }

    private static Optional<String> swap(YamlText old, JsonNode before, JsonNode now, String pointer) {
        if (before.equals(now)) {
            return Optional.of(old.text());
        }
        if (before.isObject() && now.isObject() && before.size() == now.size()) {
            String changed = null;
            for (var property : before.properties()) {
                JsonNode other = now.get(property.getKey());
                if (other == null) {
                    return Optional.empty();
                }
                if (!other.equals(property.getValue())) {
                    if (changed != null) {
                        return Optional.empty();
                    }
                    changed = property.getKey();
                }
            }
            return changed == null
                    ? Optional.of(old.text())
                    : swap(old, before.get(changed), now.get(changed), pointer + "/" + escape(changed));
        }
        if (before.isArray() && now.isArray() && before.size() == now.size()) {
            for (int i = 0; i < before.size(); i++) {
                if (!before.get(i).equals(now.get(i))) {
                    return swap(old, before.get(i), now.get(i), pointer + "/" + i);
                }
            }
        }
        Span span = old.spans().get(pointer);
        if (span == null || !span.plain() || !now.isValueNode()) {
            return Optional.empty();
        }
        String written = YamlWriter.write(now).strip();
        return written.contains("\n")
                ? Optional.empty()
                : Optional.of(old.text().substring(0, span.start())
                        + written
                        + old.text().substring(span.end()));
    }

    private static boolean says(String text, JsonNode tree) {
        try {
            return YamlText.read(text).tree().equals(tree);
        } catch (YamlBroken e) {
            return false;
        }
    }

    private static String escape(String key) {
        return key.replace("~", "~0").replace("/", "~1");
    }
}
