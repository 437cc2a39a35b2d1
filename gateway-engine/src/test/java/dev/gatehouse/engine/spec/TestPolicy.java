package dev.gatehouse.engine.spec;

import dev.gatehouse.engine.model.ByteSize;
import dev.gatehouse.engine.model.Declaration;
import dev.gatehouse.engine.model.SecretRef;
import dev.gatehouse.engine.model.Setting;
import dev.gatehouse.engine.model.Step;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A policy with a component of every shape. */
@Declaration(
        type = "test-policy",
        title = "Test policy",
        help = "Has a setting of every shape.",
        example = "{type: test-policy, key: {secret: signing}}")
record TestPolicy(
        @Setting(title = "Key", help = "A secret.") SecretRef key,

        @Setting(title = "Mode", help = "A word.", byDefault = "dry-run")
        Mode mode,

        @Setting(title = "Strict", help = "A flag.", byDefault = "true")
        boolean strict,

        @Setting(title = "Count", help = "A wide number.", byDefault = "5000000000", min = "1")
        long count,

        @Setting(title = "Window", help = "A duration.", byDefault = "1m", min = "1s", max = "1h")
        Duration window,

        @Setting(title = "Size", help = "A size.", byDefault = "1KiB", max = "1MiB")
        ByteSize size,

        @Setting(title = "Codes", help = "Numbers in a row.", max = "3")
        List<Integer> codes,

        @Setting(title = "Tag", help = "A text of a form.", pattern = "[a-z]{3}") @Nullable
        String tag)
        implements Step {
    enum Mode {
        DRY_RUN,
        ENFORCE
    }
}
