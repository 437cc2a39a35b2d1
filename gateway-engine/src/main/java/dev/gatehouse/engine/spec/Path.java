package dev.gatehouse.engine.spec;

import org.jspecify.annotations.Nullable;

/**
 * A way into a tree, built on the way down and written as a JSON pointer (RFC 6901) only where it is needed.
 *
 * @param parent what holds this value, null for the document itself
 * @param segment the key or index within the parent
 */
record Path(@Nullable Path parent, String segment) {
    static final Path ROOT = new Path(null, "");

    Path child(String key) {
        return new Path(this, key);
    }

    Path child(int index) {
        return new Path(this, Integer.toString(index));
    }

    static String escape(String key) {
        return key.indexOf('~') < 0 && key.indexOf('/') < 0
                ? key
                : key.replace("~", "~0").replace("/", "~1");
    }

    static String unescape(String segment) {
        return segment.indexOf('~') < 0 ? segment : segment.replace("~1", "/").replace("~0", "~");
    }

    String pointer() {
        StringBuilder text = new StringBuilder();
        write(text);
        return text.toString();
    }

    private void write(StringBuilder text) {
        if (parent != null) {
            parent.write(text);
            text.append('/').append(escape(segment));
        }
    }
}
