package dev.gatehouse.app.screen.traffic;

import dev.gatehouse.app.look.Status;
import java.util.List;

/**
 * What would become of a call at one revision, in words.
 *
 * @param title which revision
 * @param sentence what would happen
 * @param changes what would have to be different for the nearest routes to take it
 */
record Verdict(String title, Status status, String sentence, List<String> changes) {}
