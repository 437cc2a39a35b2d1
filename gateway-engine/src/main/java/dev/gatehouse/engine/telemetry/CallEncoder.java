package dev.gatehouse.engine.telemetry;

import dev.gatehouse.engine.exchange.DecisionRecord;
import dev.gatehouse.engine.fault.Fault;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/**
 * Turns a decision record into bytes, on its loop, without allocating. Numbers stand first, at fixed places, so that a
 * reader can sift calls without decoding them; then texts, each after its length, one byte a character. {@link
 * RecordedCall} reads them. The values in the query are left out here already.
 */
final class CallEncoder {
    static final int ID_HIGH = 0;
    static final int ID_LOW = 8;
    static final int START_MICROS = 16;
    static final int DURATION = 24;
    static final int REQUEST_BYTES = 32;
    static final int RESPONSE_BYTES = 40;
    static final int ROUTED = 48;
    static final int CONNECTED = 56;
    static final int REQUEST_SENT = 64;
    static final int RESPONSE_HEAD = 72;
    static final int REVISION = 80;
    static final int ATTEMPTS = 84;
    static final int STATUS = 88;
    static final int FAULT = 90;
    static final int STEPS = 92;
    static final int MISSES = 94;
    static final int RETRIED = 96;
    static final int TEXTS = 98;

    /** The length that stands for a text that is not there. */
    static final int NO_TEXT = 0xffff;

    static final VarHandle SHORT = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.nativeOrder());
    static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.nativeOrder());
    static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());

    /** The most characters of any text but path and query. */
    private static final int MAX_TEXT = 256;

    private static final int LARGEST = TEXTS
            + 2 * (Call.MAX_PATH + 2)
            + (11 + 4 * (DecisionRecord.MAX_STEPS + DecisionRecord.MAX_MISSES) + 2 * DecisionRecord.MAX_ATTEMPTS)
                    * (MAX_TEXT + 2)
            + (DecisionRecord.MAX_STEPS + DecisionRecord.MAX_ATTEMPTS) * Long.BYTES;

    private final byte[] bytes = new byte[LARGEST];
    private int at;

    /** The array into which {@link #encode} writes. */
    byte[] bytes() {
        return bytes;
    }

    /** Encodes a call from the start of the array and returns its length. */
    @SuppressWarnings("EnumOrdinal") // read back in the same process only
    int encode(DecisionRecord record) {
        LONG.set(bytes, ID_HIGH, record.idHigh);
        LONG.set(bytes, ID_LOW, record.idLow);
        LONG.set(bytes, START_MICROS, record.startMicros);
        LONG.set(bytes, DURATION, Math.max(0, record.endNanos));
        LONG.set(bytes, REQUEST_BYTES, record.requestBytes);
        LONG.set(bytes, RESPONSE_BYTES, record.responseBytes);
        LONG.set(bytes, ROUTED, record.routedNanos);
        LONG.set(bytes, CONNECTED, record.connectedNanos);
        LONG.set(bytes, REQUEST_SENT, record.requestSentNanos);
        LONG.set(bytes, RESPONSE_HEAD, record.responseHeadNanos);
        INT.set(bytes, REVISION, record.revision);
        INT.set(bytes, ATTEMPTS, record.attempts);
        SHORT.set(bytes, STATUS, (short) record.status);
        Fault fault = record.fault;
        SHORT.set(bytes, FAULT, (short) (fault == null ? -1 : fault.ordinal()));
        SHORT.set(bytes, STEPS, (short) record.steps);
        SHORT.set(bytes, MISSES, (short) record.misses);
        SHORT.set(bytes, RETRIED, (short) record.retried);
        at = TEXTS;
        text(record.route, MAX_TEXT);
        text(record.upstream, MAX_TEXT);
        text(record.target, MAX_TEXT);
        text(record.listener, MAX_TEXT);
        text(record.scheme, MAX_TEXT);
        text(record.protocol, MAX_TEXT);
        text(record.method, MAX_TEXT);
        text(record.host, MAX_TEXT);
        text(record.path, Call.MAX_PATH);
        names(record.query);
        text(record.clientAddress, MAX_TEXT);
        text(record.requestId, MAX_TEXT);
        freeText(record.faultDetail);
        for (int i = 0; i < record.steps; i++) {
            text(record.stepName[i], MAX_TEXT);
            text(record.stepVerdict[i], MAX_TEXT);
            freeText(record.stepSaw[i]);
            freeText(record.stepWanted[i]);
            LONG.set(bytes, at, record.stepNanos[i]);
            at += Long.BYTES;
        }
        for (int i = 0; i < record.misses; i++) {
            text(record.missRoute[i], MAX_TEXT);
            text(record.missFailed[i], MAX_TEXT);
            freeText(record.missSaw[i]);
            freeText(record.missWanted[i]);
        }
        for (int i = 0; i < record.retried; i++) {
            text(record.retriedTarget[i], MAX_TEXT);
            text(record.retriedOutcome[i], MAX_TEXT);
            LONG.set(bytes, at, record.retriedNanos[i]);
            at += Long.BYTES;
        }
        return at;
    }

    /** Writes a text that HTTP or the rule of names keeps within one byte a character. */
    @SuppressWarnings("deprecation") // the only copy of a string's bytes that neither allocates nor goes char by char
    private void text(@Nullable String text, int most) {
        if (text == null) {
            SHORT.set(bytes, at, (short) NO_TEXT);
            at += Short.BYTES;
            return;
        }
        int length = Math.min(text.length(), most);
        SHORT.set(bytes, at, (short) length);
        at += Short.BYTES;
        text.getBytes(0, length, bytes, at);
        at += length;
    }

    /** Writes a text that may hold anything; what does not fit into a byte becomes a question mark. */
    private void freeText(@Nullable String text) {
        if (text == null) {
            text(null, MAX_TEXT);
            return;
        }
        int length = Math.min(text.length(), MAX_TEXT);
        SHORT.set(bytes, at, (short) length);
        at += Short.BYTES;
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            bytes[at++] = (byte) (c < 0x100 ? c : '?');
        }
    }

    /** Writes a query with {@code *} in the place of each value: values may be secrets, names are what explains a match. */
    private void names(String query) {
        int start = at + Short.BYTES;
        int end = start + Call.MAX_PATH;
        int out = start;
        boolean inValue = false;
        for (int i = 0; i < query.length() && out < end; i++) {
            char c = query.charAt(i);
            if (c == '&') {
                inValue = false;
            }
            if (!inValue) {
                bytes[out++] = (byte) c;
                if (c == '=' && out < end) {
                    bytes[out++] = '*';
                    inValue = true;
                }
            }
        }
        SHORT.set(bytes, at, (short) (out - start));
        at = out;
    }
}
