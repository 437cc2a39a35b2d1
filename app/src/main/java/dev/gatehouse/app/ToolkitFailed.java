package dev.gatehouse.app;

/** JavaFX could not open a window; the message is a clause that says why and names what to install. */
final class ToolkitFailed extends Exception {
    ToolkitFailed(String message, Throwable cause) {
        super(message, cause);
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
