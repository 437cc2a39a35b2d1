package dev.gatehouse.app.shell;

import dev.gatehouse.app.look.Status;
import org.jspecify.annotations.Nullable;

/**
 * A gateway that the console knows.
 *
 * @param detail its address, or what it is
 * @param words how it stands
 * @param onShow whether it is the one on show
 * @param open shows it
 * @param edit changes how it is reached; null if there is nothing to change
 * @param remove forgets it; null if it is always there
 */
public record GatewayChoice(
        String name,
        String detail,
        Status status,
        String words,
        boolean onShow,
        Runnable open,
        @Nullable Runnable edit,
        @Nullable Runnable remove) {}
