package dev.gatehouse.engine.destination;

import dev.gatehouse.engine.model.Declaration;
import dev.gatehouse.engine.model.Destination;
import dev.gatehouse.engine.model.Setting;
import org.jspecify.annotations.Nullable;

/** Forwards the request to one upstream. */
@Declaration(
        type = "upstream",
        title = "Upstream",
        help = "Forwards the request to one upstream.",
        example = "{upstream: catalog, path: \"/products/{id}\"}")
public record UpstreamDestination(
        @Setting(title = "Upstream", help = "The upstream whose targets answer.", refersTo = "upstreams")
        String upstream,

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
        implements Destination {}
