package dev.gatehouse.app.look;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Reads the sheets and computes WCAG contrast of every pair that the screens may show. */
class ThemeContrastTest {
    private static final double TEXT = 4.5;
    private static final double MARK = 3;

    private static final List<String> SURFACES =
            List.of("-color-bg-inset", "-color-bg-default", "-color-bg-subtle", "-color-bg-overlay");
    private static final List<String> ROW_SURFACES = List.of("-gh-bg-hover", "-gh-bg-selected");
    private static final List<String> KINDS = List.of("accent", "success", "warning", "danger");

    @ParameterizedTest
    @EnumSource(Theme.class)
    void text_is_readable_on_every_surface(Theme theme) throws IOException {
        List<String> words = new ArrayList<>(List.of("-color-fg-default", "-color-fg-muted", "-color-fg-subtle"));
        KINDS.forEach(kind -> words.add("-color-" + kind + "-fg"));
        List<String> surfaces = new ArrayList<>(SURFACES);
        surfaces.addAll(ROW_SURFACES);
        Map<String, Integer> roles = roles(theme);
        for (String word : words) {
            for (String surface : surfaces) {
                // Subtle text is help and placeholders, which do not stand on hovered or selected rows.
                if (!(word.equals("-color-fg-subtle") && ROW_SURFACES.contains(surface))) {
                    atLeast(TEXT, roles, word, surface);
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void chips_messages_and_filled_buttons_are_readable(Theme theme) throws IOException {
        Map<String, Integer> roles = roles(theme);
        for (String kind : KINDS) {
            atLeast(TEXT, roles, "-color-" + kind + "-fg", "-color-" + kind + "-subtle");
            atLeast(TEXT, roles, "-color-fg-default", "-color-" + kind + "-subtle");
            atLeast(TEXT, roles, "-color-fg-emphasis", "-color-" + kind + "-emphasis");
        }
        atLeast(TEXT, roles, "-color-fg-emphasis", "-color-neutral-emphasis");
        atLeast(TEXT, roles, "-color-fg-muted", "-color-neutral-subtle");
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void outlines_focus_and_chart_marks_stand_out(Theme theme) throws IOException {
        Map<String, Integer> roles = roles(theme);
        SURFACES.forEach(surface -> atLeast(MARK, roles, "-gh-border-control", surface));
        SURFACES.forEach(surface -> atLeast(MARK, roles, "-color-accent-fg", surface));
        roles.keySet().stream()
                .filter(role -> role.matches("-gh-(series|status|p\\d\\d).*"))
                .forEach(role -> atLeast(MARK, roles, role, "-color-bg-default"));
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void both_sheets_know_the_same_roles(Theme theme) throws IOException {
        assertThat(roles(theme).keySet()).isEqualTo(roles(theme.other()).keySet());
    }

    private static void atLeast(double least, Map<String, Integer> roles, String one, String other) {
        assertThat(contrast(colour(roles, one), colour(roles, other)))
                .as("%s on %s", one, other)
                .isGreaterThanOrEqualTo(least);
    }

    private static int colour(Map<String, Integer> roles, String role) {
        assertThat(roles).containsKey(role);
        return roles.getOrDefault(role, 0);
    }

    private static Map<String, Integer> roles(Theme theme) throws IOException {
        Matcher matcher = Pattern.compile("(-(?:color|gh)-[a-z0-9-]+):\\s*#([0-9a-f]{6})([0-9a-f]{2})?;")
                .matcher(Files.readString(Path.of(URI.create(theme.url()))));
        Map<String, Integer> roles = new HashMap<>();
        while (matcher.find()) {
            roles.put(matcher.group(1), Integer.parseInt(matcher.group(2), 16));
        }
        return roles;
    }

    private static double contrast(int one, int other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(int rgb) {
        return 0.2126 * linear(rgb >> 16 & 0xff) + 0.7152 * linear(rgb >> 8 & 0xff) + 0.0722 * linear(rgb & 0xff);
    }

    private static double linear(int channel) {
        double value = channel / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}
