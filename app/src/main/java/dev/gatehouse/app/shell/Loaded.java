package dev.gatehouse.app.shell;

import dev.gatehouse.app.screen.ScreenView;
import javafx.scene.Parent;

/**
 * A screen that was loaded.
 *
 * @param root its nodes
 * @param view its controller
 */
public record Loaded(Parent root, ScreenView view) {}
