package dev.gatehouse.engine.telemetry;

import java.nio.charset.StandardCharsets;

/** Reads what a {@link ByteWriter} wrote; IllegalArgumentException when the bytes end too early. */
public final class ByteReader {
    private static final int SEVEN_BITS = 0x7f;

    private final byte[] bytes;
    private int at;

    /** A reader from the start of the array. */
    public ByteReader(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Whether anything is left. */
    public boolean hasMore() {
        return at < bytes.length;
    }

    /** The next number. */
    public long number() {
        long value = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            if (at == bytes.length) {
                throw new IllegalArgumentException("The bytes end within a number");
            }
            byte next = bytes[at++];
            value |= (long) (next & SEVEN_BITS) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw new IllegalArgumentException("A number of more than ten bytes");
    }

    /** The next text. */
    public String text() {
        long length = number();
        if (length < 0 || length > bytes.length - at) {
            throw new IllegalArgumentException("The bytes end within a text");
        }
        String text = new String(bytes, at, (int) length, StandardCharsets.UTF_8);
        at += (int) length;
        return text;
    }
}
