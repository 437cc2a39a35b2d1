package dev.gatehouse.engine.model;

/**
 * Says where a secret stands, never the secret itself: {@code {secret: name}}, {@code {env: NAME}} or
 * {@code {file: path}}.
 *
 * @param source the kind of place
 * @param name the name of the secret or of the environment variable, or the file's path
 */
public record SecretRef(Source source, String name) {
    /** The places where a secret can stand. */
    public enum Source {
        /** The gateway's own store of secrets. */
        SECRET,
        /** An environment variable of the gateway's process. */
        ENV,
        /** A file that the gateway's process can read. */
        FILE
    }
}
