package dev.gatehouse.engine.http;

import io.netty.buffer.ByteBuf;

/** Reads the line before a chunk: a hexadecimal size, then extensions {@code ;name} or {@code ;name=value} (RFC 9112 7.1). */
final class ChunkLine {
    private static final int MOST_DIGITS = 7;
    private static final int LONGEST = 256;

    private ChunkLine() {}

    /**
     * The size of a chunk.
     *
     * @param newline the index of the line feed
     * @return the size in bytes, or -1 if the line is malformed
     */
    static long size(ByteBuf buffer, int start, int newline) {
        int end = newline - 1;
        if (end <= start || buffer.getByte(end) != '\r' || end - start > LONGEST) {
            return -1;
        }
        long size = 0;
        int at = start;
        for (; at < end; at++) {
            int digit = Character.digit(buffer.getByte(at), 16);
            if (digit < 0) {
                break;
            }
            size = size << 4 | digit;
        }
        if (at == start || at - start > MOST_DIGITS) {
            return -1;
        }
        return at == end || extensions(buffer, at, end) ? size : -1;
    }

    private static boolean extensions(ByteBuf buffer, int from, int end) {
        int at = from;
        while (at < end) {
            if (buffer.getByte(at) != ';') {
                return false;
            }
            int name = token(buffer, at + 1, end);
            if (name == at + 1) {
                return false;
            }
            at = name;
            if (at < end && buffer.getByte(at) == '=') {
                int value = buffer.getByte(at + 1) == '"' ? quoted(buffer, at + 1, end) : token(buffer, at + 1, end);
                if (value <= at + 1) {
                    return false;
                }
                at = value;
            }
        }
        return true;
    }

    private static int token(ByteBuf buffer, int from, int end) {
        int at = from;
        while (at < end && isToken(buffer.getByte(at))) {
            at++;
        }
        return at;
    }

    private static boolean isToken(byte b) {
        return Character.isLetterOrDigit(b) && b > 0 || "!#$%&'*+-.^_`|~".indexOf(b) >= 0;
    }

    private static int quoted(ByteBuf buffer, int from, int end) {
        for (int at = from + 1; at < end; at++) {
            byte b = buffer.getByte(at);
            if (b == '"') {
                return at + 1;
            }
            if (b == '\\') {
                b = buffer.getByte(++at); // at the end of the line this is its carriage return
            }
            if (b < ' ' && b != '\t') {
                return -1;
            }
        }
        return -1;
    }
}
