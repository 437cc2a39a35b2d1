package dev.gatehouse.app.text;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The console's texts by key. */
public final class Texts {
    private static final ResourceBundle BUNDLE =
            ResourceBundle.getBundle("dev.gatehouse.app.text.messages", Locale.ENGLISH);

    private Texts() {}

    /** The bundle itself, for FXML. */
    public static ResourceBundle bundle() {
        return BUNDLE;
    }

    /**
     * A text.
     *
     * @throws java.util.MissingResourceException if there is none of this key
     */
    public static String get(String key) {
        return BUNDLE.getString(key);
    }

    /** A text with its places {@code {0}}, {@code {1}} filled; numbers are written as given, without grouping. */
    public static String get(String key, Object... arguments) {
        Object[] words = new Object[arguments.length];
        for (int i = 0; i < arguments.length; i++) {
            words[i] = String.valueOf(arguments[i]);
        }
        return new MessageFormat(BUNDLE.getString(key), Locale.ENGLISH).format(words);
    }
}
