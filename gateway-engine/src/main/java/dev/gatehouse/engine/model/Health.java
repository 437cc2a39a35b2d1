package dev.gatehouse.engine.model;

import org.jspecify.annotations.Nullable;

/** How it is found out that a target cannot answer. */
@Declaration(
        title = "Health",
        help = "How it is found out which targets may take requests.",
        example = "{active: {path: /health, interval: 5s}, passive: {failures: 5, ejectFor: 30s}}")
public record Health(
        @Setting(title = "Active", help = "Asks every target at intervals; without it, none is asked.") @Nullable
        ActiveHealth active,

        @Setting(
                title = "Passive",
                help = "Ejects for a time the targets at which requests fail; without it, none is ejected.")
        @Nullable
        PassiveHealth passive) {}
