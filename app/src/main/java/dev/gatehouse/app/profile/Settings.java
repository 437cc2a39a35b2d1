package dev.gatehouse.app.profile;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.gatehouse.app.look.Density;
import dev.gatehouse.app.look.Scale;
import dev.gatehouse.app.look.Theme;
import org.jspecify.annotations.Nullable;

/**
 * How a person likes the console.
 *
 * @param theme null until chosen: the system's
 * @param scale the size of text and controls
 * @param density the height of rows and controls
 * @param navigationClosed whether the navigation shows icons only
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Settings(
        @Nullable Theme theme,
        @Nullable Scale scale,
        @Nullable Density density,
        boolean navigationClosed) {
    /** What holds until something is chosen. */
    public static final Settings DEFAULT = new Settings(null, null, null, false);
}
