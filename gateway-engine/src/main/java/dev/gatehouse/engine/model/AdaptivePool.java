package dev.gatehouse.engine.model;

/** How the number of requests at an upstream is found out while it works. */
@Declaration(
        title = "Adaptive limit",
        help = "Finds out how many requests the upstream takes at once: fewer when its answers take longer than usual.",
        example = "{initial: 20, least: 4}")
public record AdaptivePool(
        @Setting(title = "Initial", help = "The limit to begin with.", byDefault = "20", min = "1", max = "65535")
        int initial,

        @Setting(
                title = "Least",
                help = "The limit never falls below this; the pool's connections are the most.",
                byDefault = "4",
                min = "1",
                max = "65535")
        int least) {}
