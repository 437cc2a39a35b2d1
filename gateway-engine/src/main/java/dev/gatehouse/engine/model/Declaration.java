package dev.gatehouse.engine.model;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Says of a record what object of the configuration it is, for schema, forms and the reference. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Declaration {
    /** The name in the catalogue where the record is one of several kinds (a policy's {@code type}, a destination). */
    String type() default "";

    /** The name shown to people, in sentence case. */
    String title();

    /** What it is for, in one or two sentences. */
    String help();

    /** A complete example as YAML; the tests bind it and write it back. */
    String example() default "";
}
