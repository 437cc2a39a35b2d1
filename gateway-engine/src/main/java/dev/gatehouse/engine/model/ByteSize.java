package dev.gatehouse.engine.model;

/**
 * An amount of memory or data.
 *
 * @param bytes the amount in bytes, at least 0
 */
public record ByteSize(long bytes) {
    public ByteSize {
        if (bytes < 0) {
            throw new IllegalArgumentException("a size cannot be negative: " + bytes);
        }
    }
}
