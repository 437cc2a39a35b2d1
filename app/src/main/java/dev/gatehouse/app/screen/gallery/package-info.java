/** Every component in every state, to be looked at when a theme, a size or a component changes. */
@NullMarked
package dev.gatehouse.app.screen.gallery;

import org.jspecify.annotations.NullMarked;
