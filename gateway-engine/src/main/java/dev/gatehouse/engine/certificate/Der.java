package dev.gatehouse.engine.certificate;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;

/** The few words of DER (X.690) that the older forms of private keys need to be told in the newer one. */
final class Der {
    static final byte[] RSA = {0x06, 0x09, 0x2a, (byte) 0x86, 0x48, (byte) 0x86, (byte) 0xf7, 0x0d, 0x01, 0x01, 0x01};
    static final byte[] EC = {0x06, 0x07, 0x2a, (byte) 0x86, 0x48, (byte) 0xce, 0x3d, 0x02, 0x01};
    static final byte[] NULL = {0x05, 0x00};
    static final byte[] ZERO = {0x02, 0x01, 0x00};

    static final int SEQUENCE = 0x30;
    static final int OCTETS = 0x04;
    static final int PARAMETERS = 0xa0;

    private Der() {}

    /** A value of a kind, made of parts. */
    static byte[] of(int tag, byte[]... parts) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            content.writeBytes(part);
        }
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.write(tag);
        int length = content.size();
        if (length < 0x80) {
            all.write(length);
        } else {
            byte[] bytes = BigInteger.valueOf(length).toByteArray();
            int from = bytes[0] == 0 ? 1 : 0;
            all.write(0x80 | bytes.length - from);
            all.write(bytes, from, bytes.length - from);
        }
        all.writeBytes(content.toByteArray());
        return all.toByteArray();
    }

    /**
     * The content of the first value with a tag among those directly inside a sequence; empty if there is none.
     *
     * @throws IllegalArgumentException if it is no sequence
     */
    static byte[] inside(byte[] sequence, int wanted) {
        int[] outer = header(sequence, 0);
        if (outer[0] != SEQUENCE) {
            throw new IllegalArgumentException("no sequence");
        }
        for (int at = outer[1]; at < outer[1] + outer[2]; ) {
            int[] inner = header(sequence, at);
            if (inner[0] == wanted) {
                byte[] content = new byte[inner[2]];
                System.arraycopy(sequence, inner[1], content, 0, inner[2]);
                return content;
            }
            at = inner[1] + inner[2];
        }
        return new byte[0];
    }

    /** Tag, start of the content, its length. */
    private static int[] header(byte[] der, int at) {
        if (at + 2 > der.length) {
            throw new IllegalArgumentException("cut off");
        }
        int length = der[at + 1] & 0xff;
        int start = at + 2;
        if (length >= 0x80) {
            int bytes = length & 0x7f;
            if (bytes > 3 || start + bytes > der.length) {
                throw new IllegalArgumentException("cut off");
            }
            length = 0;
            for (int i = 0; i < bytes; i++) {
                length = length << 8 | der[start + i] & 0xff;
            }
            start += bytes;
        }
        if (start + length > der.length) {
            throw new IllegalArgumentException("cut off");
        }
        return new int[] {der[at] & 0xff, start, length};
    }
}
