package dev.gatehouse.app.shell;

import dev.gatehouse.app.look.Icon;

/**
 * Something that the palette found.
 *
 * @param title what it is called
 * @param detail what kind of thing it is, or where it lies; empty for a command
 * @param keys its shortcut as it is shown; empty for none
 * @param open what choosing it does
 */
public record PaletteEntry(Icon icon, String title, String detail, String keys, Runnable open) {}
