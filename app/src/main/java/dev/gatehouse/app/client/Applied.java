package dev.gatehouse.app.client;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of a write.
 *
 * @param revision that is active now; of a trial, the number that it would have had
 * @param warnings what is odd about it
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Applied(int revision, List<Finding> warnings) {
    /** Fills in what was not sent. */
    public Applied(int revision, @Nullable List<Finding> warnings) {
        this.revision = revision;
        this.warnings = warnings == null ? List.of() : List.copyOf(warnings);
    }
}
