package dev.gatehouse.engine.spec;

/** Reads the scalars that declarations give as text: defaults and bounds. */
final class Written {
    private Written() {}

    /** The value of a written default. */
    static Object parse(Shape shape, String text) {
        return switch (shape) {
            case Shape.Text _ -> text;
            case Shape.Whole whole -> whole.wide() ? (Object) Long.valueOf(text) : (Object) Integer.valueOf(text);
            case Shape.Flag _ -> Boolean.valueOf(text);
            case Shape.Span _ -> Durations.parse(text);
            case Shape.Amount _ -> Sizes.parse(text);
            case Shape.Word word -> {
                Object constant = word.constants().get(text);
                if (constant == null) {
                    throw new IllegalArgumentException(
                            text + " is none of " + word.constants().keySet());
                }
                yield constant;
            }
            default -> throw new IllegalArgumentException("there are no defaults for " + shape);
        };
    }

    /** The measure of a written bound: milliseconds, bytes, or the number itself. */
    static long measure(Shape shape, String text) {
        return switch (shape) {
            case Shape.Span _ -> Durations.parse(text).toMillis();
            case Shape.Amount _ -> Sizes.parse(text).bytes();
            default -> Long.parseLong(text);
        };
    }
}
