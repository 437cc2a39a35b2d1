package dev.gatehouse.engine.destination;

import dev.gatehouse.engine.model.ByteSize;
import dev.gatehouse.engine.model.Declaration;
import dev.gatehouse.engine.model.Setting;

/** Copies of requests that another upstream gets too. */
@Declaration(
        title = "Mirror",
        help = "Sends a copy of some requests to another upstream and throws its answers away. Clients never wait for"
                + " it.",
        example = "{upstream: catalog-next, share: 10%}")
public record Mirror(
        @Setting(title = "Upstream", help = "The upstream that gets the copies.", refersTo = "upstreams")
        String upstream,

        @Setting(
                title = "Share",
                help = "How many of the requests are copied, drawn at random.",
                byDefault = "100%",
                format = Setting.Format.PERCENT)
        String share,

        @Setting(
                title = "Body",
                help = "Largest body that is copied; a request with a larger one is not. Each copy holds its body in"
                        + " memory until it is sent.",
                byDefault = "64KiB",
                min = "0B",
                max = "1MiB",
                advanced = true)
        ByteSize body) {}
