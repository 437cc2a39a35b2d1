package dev.gatehouse.app.chart;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.css.CssMetaData;
import javafx.css.SimpleStyleableObjectProperty;
import javafx.css.StyleConverter;
import javafx.css.Styleable;
import javafx.css.StyleableObjectProperty;
import javafx.css.StyleableProperty;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;

/** A region that paints by itself with colours from the style sheet. */
abstract class Inked extends Region {
    private static final Map<Ink, CssMetaData<Inked, Color>> META = new EnumMap<>(Ink.class);
    private static final List<CssMetaData<? extends Styleable, ?>> ALL;

    static {
        List<CssMetaData<? extends Styleable, ?>> all = new ArrayList<>(Region.getClassCssMetaData());
        for (Ink ink : Ink.values()) {
            CssMetaData<Inked, Color> meta = new InkMeta(ink);
            META.put(ink, meta);
            all.add(meta);
        }
        ALL = List.copyOf(all);
    }

    private final Map<Ink, StyleableObjectProperty<Color>> inks = new EnumMap<>(Ink.class);

    Inked() {
        META.forEach((ink, meta) -> {
            StyleableObjectProperty<Color> property =
                    new SimpleStyleableObjectProperty<>(meta, this, ink.css(), Color.GRAY);
            property.addListener((observable, before, now) -> repaint());
            inks.put(ink, property);
        });
    }

    /** A colour changed: paint again, soon and once. */
    abstract void repaint();

    final Color ink(Ink ink) {
        StyleableObjectProperty<Color> property = inks.get(ink);
        return property == null ? Color.GRAY : property.get();
    }

    final java.awt.Color awt(Ink ink) {
        Color color = ink(ink);
        return new java.awt.Color(
                (float) color.getRed(), (float) color.getGreen(), (float) color.getBlue(), (float) color.getOpacity());
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return ALL;
    }

    private static final class InkMeta extends CssMetaData<Inked, Color> {
        private final Ink ink;

        InkMeta(Ink ink) {
            super("-" + ink.css(), StyleConverter.getColorConverter(), Color.GRAY);
            this.ink = ink;
        }

        @Override
        public boolean isSettable(Inked region) {
            return true;
        }

        @Override
        public StyleableProperty<Color> getStyleableProperty(Inked region) {
            return Objects.requireNonNull(region.inks.get(ink));
        }
    }
}
