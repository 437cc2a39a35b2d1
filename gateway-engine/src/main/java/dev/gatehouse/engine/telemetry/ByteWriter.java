package dev.gatehouse.engine.telemetry;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Writes numbers of varying length and texts into a growing array. {@link ByteReader} reads them. */
public final class ByteWriter {
    private static final int SEVEN_BITS = 0x7f;

    private byte[] bytes = new byte[64];
    private int length;

    /** An empty writer. */
    public ByteWriter() {}

    /** Writes a number in 1 to 10 bytes, the fewer the nearer to 0 from above. */
    public ByteWriter number(long value) {
        ensure(10);
        long rest = value;
        while ((rest & ~SEVEN_BITS) != 0) {
            bytes[length++] = (byte) (rest | ~SEVEN_BITS);
            rest >>>= 7;
        }
        bytes[length++] = (byte) rest;
        return this;
    }

    /** Writes a text in UTF-8 after its length. */
    public ByteWriter text(String text) {
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        number(encoded.length);
        ensure(encoded.length);
        System.arraycopy(encoded, 0, bytes, length, encoded.length);
        length += encoded.length;
        return this;
    }

    /** What was written. */
    public byte[] toBytes() {
        return Arrays.copyOf(bytes, length);
    }

    private void ensure(int more) {
        if (bytes.length - length < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }
}
