/** How things look: the two themes, the bundled faces, the icons and the status marks. Colours and sizes themselves stand in the style sheets under {@code themes/}; here are only the nodes that the sheets style. */
@NullMarked
package dev.gatehouse.app.look;

import org.jspecify.annotations.NullMarked;
