package dev.gatehouse.engine.destination;

import dev.gatehouse.engine.model.Declaration;
import dev.gatehouse.engine.model.Setting;
import org.jspecify.annotations.Nullable;

/** One upstream's part of a split. */
@Declaration(title = "Share", help = "One upstream's part of the requests.")
public record Share(
        @Setting(title = "Upstream", help = "The upstream that gets this part.", refersTo = "upstreams")
        String upstream,

        @Setting(
                title = "Weight",
                help = "Its part of the requests, relative to the other shares; 0 sends none.",
                byDefault = "1",
                min = "0",
                max = "1000000")
        int weight,

        @Setting(
                title = "When",
                help = "Requests that this part takes whatever the weights are; of several parts the first whose"
                        + " condition holds.",
                advanced = true)
        @Nullable
        ShareCondition when) {}
