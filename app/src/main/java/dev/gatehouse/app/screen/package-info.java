/** The screens, one package each: a view that is the FXML's thin controller, and a view-model with state and actions that works without a toolkit. */
@NullMarked
package dev.gatehouse.app.screen;

import org.jspecify.annotations.NullMarked;
