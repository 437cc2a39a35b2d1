package dev.gatehouse.engine.model;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Describes one component of a configuration record. A component without {@link #byDefault()} that is not
 * {@code @Nullable}, a list, a map or a record made wholly of defaults is required.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Setting {
    /** The absence of a default; no text of a document can hold this character. */
    String NO_DEFAULT = "\u0000";

    /** The field's name for people, in sentence case. */
    String title();

    /** What the field does, in one sentence. */
    String help();

    /** The default in its written form ({@code 2s}, {@code 64KiB}, {@code true}). */
    String byDefault() default NO_DEFAULT;

    /**
     * The least value in its written form, inclusive; for text the least number of characters, for lists and maps the
     * least number of entries. A list or map that must not be empty is required.
     */
    String min() default "";

    /** The greatest value in its written form, inclusive; for text characters, for lists and maps entries. */
    String max() default "";

    /** A regular expression that the whole text must match. */
    String pattern() default "";

    /** What kind of text is meant, beyond what its Java type says; of lists and maps, each value. */
    Format format() default Format.TEXT;

    /** What kind of text the keys of a map are. */
    Format keys() default Format.TEXT;

    /** The collection that a name in this field refers to ({@code upstreams}, {@code listeners}); empty means none. */
    String refersTo() default "";

    /** True for fields that most people never change; forms fold them away. */
    boolean advanced() default false;

    /** Kinds of text that the validation knows. */
    enum Format {
        /** One line. */
        TEXT,
        /** An object's name, short or with its owner and a slash before it. */
        NAME,
        /** {@code host:port}, IPv6 in brackets. */
        ADDRESS,
        /** A host name, {@code *.} and a suffix, or an IP address. */
        HOST_PATTERN,
        /** An IP address to bind. */
        BIND_ADDRESS,
        /** An IP address or a network in CIDR notation. */
        CIDR,
        /** A route's path: {@code /a/{id}/**}. */
        PATH_PATTERN,
        /** A path to send on: may use the match's parameters and {@code /**}. */
        PATH_TEMPLATE,
        /** Where a client is sent: an http or https URL or a path; may use the match's parameters and {@code /**}. */
        LOCATION,
        /** An HTTP method, a token in capitals. */
        METHOD,
        /** An HTTP header name, lower or mixed case. */
        HEADER_NAME,
        /** A header value: no control characters. */
        HEADER_VALUE,
        /** A CEL expression that gives a boolean. */
        EXPRESSION,
        /** Text of several lines. */
        LINES,
        /** A share of a whole, from {@code 0%} to {@code 100%}. */
        PERCENT,
        /** What counts as a target's failure: a word, or a status of 500 or above. */
        FAILURE
    }
}
