package dev.gatehouse.engine.model;

/** One server of an upstream. */
@Declaration(title = "Target", help = "One server of an upstream.", example = "{address: \"127.0.0.1:9101\"}")
public record Target(
        @Setting(title = "Address", help = "Host and port of the server.", format = Setting.Format.ADDRESS)
        String address,

        @Setting(
                title = "Weight",
                help = "Share of the requests, relative to the other targets; 0 drains it: it takes no new requests,"
                        + " and those in flight finish.",
                byDefault = "1",
                min = "0",
                max = "1000")
        int weight,

        @Setting(
                title = "Priority",
                help = "Its tier: the lowest number in which a target is well takes the requests, the others stand by.",
                byDefault = "0",
                min = "0",
                max = "100")
        int priority) {}
