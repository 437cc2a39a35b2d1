package dev.gatehouse.app.shell;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Locale;

/**
 * A fault of the console itself.
 *
 * @param code the same each time for the same fault, to name it by
 * @param details what a report needs
 */
public record Unexpected(String code, String details) {
    /** What a throwable stands for; its code comes from where it was thrown, not from its words. */
    public static Unexpected of(Throwable fault) {
        Throwable root = fault;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        StringBuilder place = new StringBuilder(root.getClass().getName());
        StackTraceElement[] trace = root.getStackTrace();
        for (int i = 0; i < Math.min(3, trace.length); i++) {
            place.append(trace[i].getClassName()).append(trace[i].getMethodName());
        }
        String code = String.format(Locale.ROOT, "GH-%06X", place.toString().hashCode() & 0xFFFFFF);
        StringWriter written = new StringWriter();
        fault.printStackTrace(new PrintWriter(written));
        return new Unexpected(code, code + System.lineSeparator() + written);
    }
}
