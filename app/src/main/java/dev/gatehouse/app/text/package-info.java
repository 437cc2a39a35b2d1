/** The words of the console: one bundle of texts, asked for by key. A view takes its texts in FXML as {@code %key}; code asks {@link Texts}. A test keeps the bundle and its uses equal. */
@NullMarked
package dev.gatehouse.app.text;

import org.jspecify.annotations.NullMarked;
