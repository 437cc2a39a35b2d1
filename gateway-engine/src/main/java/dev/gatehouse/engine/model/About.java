package dev.gatehouse.engine.model;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What every named object of the configuration may say of itself. */
@Declaration(title = "About", help = "What every object may say of itself.")
public record About(
        @Setting(title = "Title", help = "A short name for people.", max = "120") @Nullable
        String title,

        @Setting(
                title = "Description",
                help = "What it is for, who asked for it.",
                format = Setting.Format.LINES,
                max = "4000")
        @Nullable
        String description,

        @Setting(title = "Labels", help = "Free words to find and group objects by.", max = "64")
        Map<String, String> labels,

        @Setting(
                title = "Owner",
                help = "The tenant whose object this is; without it, the gateway's.",
                refersTo = "tenants")
        @Nullable
        String owner) {
    /** Says nothing. */
    public static final About NOTHING = new About(null, null, Map.of(), null);

    public About {
        labels = Ordered.copy(labels);
    }
}
