package dev.gatehouse.engine.destination;

import dev.gatehouse.engine.model.Declaration;
import dev.gatehouse.engine.model.Destination;
import dev.gatehouse.engine.model.Setting;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Divides the requests among several upstreams by weight. */
@Declaration(
        type = "split",
        title = "Split",
        help = "Divides the requests among several upstreams by weight.",
        example = "{split: [{upstream: catalog, weight: 95}, {upstream: catalog-next, weight: 5}]}")
public record SplitDestination(
        @Setting(
                title = "Split",
                help = "The upstreams and their parts; at least one weight is above 0.",
                min = "1",
                max = "100")
        List<Share> split,

        @Setting(title = "Sticky", help = "Keeps clients with their part; without it, every request is drawn anew.")
        @Nullable
        ShareStickiness sticky,

        @Setting(
                title = "Mirror",
                help = "Sends copies of requests to another upstream, whose answers nobody gets: a new version meets"
                        + " real requests before it answers any.")
        @Nullable
        Mirror mirror,

        @Setting(
                title = "Path",
                help = "The path that the target gets: may use the match's {parameters}, and /** at the end carries the"
                        + " rest; without it, the path is unchanged.",
                format = Setting.Format.PATH_TEMPLATE)
        @Nullable
        String path)
        implements Destination {
    public SplitDestination {
        split = List.copyOf(split);
        if (!split.isEmpty() && split.stream().allMatch(share -> share.weight() == 0)) {
            throw new IllegalArgumentException("at least one share needs a weight above 0");
        }
    }
}
