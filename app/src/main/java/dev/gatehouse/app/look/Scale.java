package dev.gatehouse.app.look;

import java.util.List;

/** How large everything is, in percent of 13 px text: one class on the root, all sizes follow in em. */
public enum Scale {
    SMALL(85),
    NORMAL(100),
    LARGE(115),
    LARGER(130),
    LARGEST(150);

    private static final List<Scale> ALL = List.of(values());

    private final int percent;

    Scale(int percent) {
        this.percent = percent;
    }

    /** The root's style class. */
    public String styleClass() {
        return "scale-" + percent;
    }

    /** How much larger than at scale 1 everything is. */
    double factor() {
        return percent / 100.0;
    }

    /** The scale that a root's style classes say; the normal one where they say none. */
    static Scale of(List<String> styleClasses) {
        return ALL.stream()
                .filter(scale -> styleClasses.contains(scale.styleClass()))
                .findFirst()
                .orElse(NORMAL);
    }

    /** The next larger or smaller one; itself at the end. */
    public Scale step(int by) {
        return ALL.get(Math.clamp(ALL.indexOf(this) + by, 0, ALL.size() - 1));
    }
}
