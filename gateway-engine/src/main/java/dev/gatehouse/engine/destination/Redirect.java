package dev.gatehouse.engine.destination;

import dev.gatehouse.engine.model.Declaration;
import dev.gatehouse.engine.model.Setting;

/** Another place and the way to say so. */
@Declaration(title = "Redirection", help = "Another place and the way to say so.")
public record Redirect(
        @Setting(
                title = "Location",
                help = "An http or https URL, or a path: may use the match's {parameters}, and /** at the end carries"
                        + " the rest.",
                format = Setting.Format.LOCATION)
        String location,

        @Setting(
                title = "Status",
                help = "301 and 308 are for good, 302, 303 and 307 for now; 307 and 308 keep method and body.",
                byDefault = "308",
                min = "301",
                max = "308")
        int status) {
    public Redirect {
        if (status >= 304 && status <= 306) {
            throw new IllegalArgumentException("status " + status + " is no redirect; use 301, 302, 303, 307 or 308");
        }
    }
}
