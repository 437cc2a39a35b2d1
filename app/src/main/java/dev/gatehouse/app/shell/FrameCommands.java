package dev.gatehouse.app.shell;

import dev.gatehouse.app.command.Command;
import java.util.List;

/**
 * The commands that have a place of their own in the frame.
 *
 * @param navigation opens and closes the navigation
 * @param palette finds anything
 * @param gateways opens the list of gateways
 * @param review opens the review of the draft
 * @param right the buttons at the top right, in order
 */
public record FrameCommands(
        Command navigation, Command palette, Command gateways, Command review, List<Command> right) {}
