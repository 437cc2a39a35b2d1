package dev.gatehouse.app;

import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Whether a window can be opened here at all; asked before JavaFX, whose own failures name neither cause nor cure. */
final class Display {
    /** What JavaFX's native part links to, and the Debian package of each. */
    private static final Map<String, String> LIBRARIES = new TreeMap<>(Map.of(
            "libgtk-3.so.0", "libgtk-3-0",
            "libGL.so.1", "libgl1",
            "libXtst.so.6", "libxtst6",
            "libXxf86vm.so.1", "libxxf86vm1",
            "libfreetype.so.6", "libfreetype6",
            "libpangoft2-1.0.so.0", "libpangoft2-1.0-0"));

    private Display() {}

    /** Why no window can be opened, as a clause; empty when nothing is known to be missing. */
    static Optional<String> missing() {
        boolean linux =
                System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("linux");
        if (!linux || "Headless".equals(System.getProperty("glass.platform"))) {
            return Optional.empty();
        }
        return missing(System.getenv(), Display::loads);
    }

    static Optional<String> missing(Map<String, String> environment, Predicate<String> loads) {
        if (blank(environment.get("DISPLAY")) && blank(environment.get("WAYLAND_DISPLAY"))) {
            return Optional.of("there is no display (DISPLAY and WAYLAND_DISPLAY are not set)");
        }
        for (Map.Entry<String, String> library : LIBRARIES.entrySet()) {
            if (!loads.test(library.getKey())) {
                return Optional.of("the library " + library.getKey() + " is missing (on Debian: apt install "
                        + library.getValue() + ")");
            }
        }
        return Optional.empty();
    }

    /** What a failure of the toolkit means, as a clause. */
    static String explain(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String message = String.valueOf(cause.getMessage());
            if (message.contains("Unable to open DISPLAY")) {
                return "the display " + System.getenv("DISPLAY") + " cannot be opened";
            }
            if (cause instanceof UnsatisfiedLinkError) {
                return "a native library is missing: " + message;
            }
        }
        return "the window system could not be started: " + failure;
    }

    private static boolean blank(@Nullable String value) {
        return value == null || value.isBlank();
    }

    @SuppressWarnings("restricted") // native access is granted on the command line, for JavaFX and Netty anyway
    private static boolean loads(String library) {
        try (Arena arena = Arena.ofConfined()) {
            SymbolLookup.libraryLookup(library, arena);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
