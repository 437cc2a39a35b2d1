package dev.gatehouse.engine.http;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.LastHttpContent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Netty's request decoder, made stricter where it forgives what two servers could read differently: folded header lines
 * (RFC 9112 section 5.2), chunk lines that are not exactly a size with well-formed extensions (section 7.1), and a length
 * beside a transfer coding (section 6.3). The bytes of heads, chunk lines and trailers are looked at once more, before the
 * decoder gets them; bodies are not.
 */
final class StrictRequestDecoder extends HttpRequestDecoder {
    private enum Part {
        HEAD,
        BODY,
        CHUNK_LINE,
        CHUNK,
        TRAILER
    }

    private Part part = Part.HEAD;
    /** Bytes at the buffer's reader index that have been looked at but not consumed. */
    private int seen;

    private boolean lineStart = true;
    private boolean firstLine = true;
    private long chunkLeft;
    private @Nullable String complaint;

    StrictRequestDecoder(HttpDecoderConfig config) {
        super(config);
    }

    /** Why a request that failed to decode did, where this class found it; null where Netty did. */
    @Nullable
    String complaint() {
        return complaint;
    }

    /** When a request's head has begun and is not complete. */
    boolean isWithinHead() {
        return part == Part.HEAD && (!firstLine || seen > 0);
    }

    @Override
    protected HttpMessage createMessage(String[] initialLine) throws Exception {
        if (!initialLine[2].equals("HTTP/1.1") && !initialLine[2].equals("HTTP/1.0")) {
            throw Malformed.because("the protocol version is not HTTP/1.1");
        }
        return super.createMessage(initialLine);
    }

    @Override
    protected void handleTransferEncodingChunkedWithContentLength(HttpMessage message) {
        throw new IllegalArgumentException("both Content-Length and Transfer-Encoding");
    }

    @Override
    protected void decode(ChannelHandlerContext ctx, ByteBuf buffer, List<Object> out) throws Exception {
        if (complaint != null) {
            buffer.skipBytes(buffer.readableBytes());
            return;
        }
        look(buffer);
        if (complaint != null) {
            buffer.skipBytes(buffer.readableBytes());
            out.add(Malformed.request(complaint));
            return;
        }
        int before = buffer.readerIndex();
        int produced = out.size();
        super.decode(ctx, buffer, out);
        consumed(buffer.readerIndex() - before);
        for (int i = produced; i < out.size(); i++) {
            produced((HttpObject) out.get(i));
        }
    }

    private void consumed(int bytes) {
        seen = Math.max(0, seen - bytes);
        if (part == Part.CHUNK) {
            chunkLeft -= bytes;
            if (chunkLeft <= 0) {
                part = Part.CHUNK_LINE;
                seen = 0;
            }
        }
    }

    private void produced(HttpObject object) {
        if (object instanceof HttpRequest request) {
            part = HttpUtil.isTransferEncodingChunked(request) ? Part.CHUNK_LINE : Part.BODY;
            seen = 0;
        }
        if (object instanceof LastHttpContent) {
            part = Part.HEAD;
            seen = 0;
            lineStart = true;
            firstLine = true;
        }
    }

    private void look(ByteBuf buffer) {
        switch (part) {
            case HEAD, TRAILER -> lookForFolds(buffer);
            case CHUNK_LINE -> lookAtChunkLine(buffer);
            case BODY, CHUNK -> {
                // the decoder counts
            }
        }
    }

    private void lookForFolds(ByteBuf buffer) {
        int end = buffer.writerIndex();
        int at = buffer.readerIndex() + seen;
        while (at < end) {
            if (lineStart) {
                byte first = buffer.getByte(at);
                if ((first == ' ' || first == '\t') && !(firstLine && part == Part.HEAD)) {
                    complaint = "a folded header line";
                    return;
                }
                if (firstLine && part == Part.HEAD && (first == '\r' || first == '\n')) {
                    at++; // an empty line before a request is skipped, RFC 9112 section 2.2
                    continue;
                }
                boolean blank = first == '\r' || first == '\n';
                lineStart = false;
                if (blank) {
                    seen = end - buffer.readerIndex(); // the rest is not ours to look at
                    return;
                }
            }
            int newline = buffer.indexOf(at, end, (byte) '\n');
            if (newline < 0) {
                break;
            }
            if (firstLine && part == Part.HEAD && !hasTwoSpaces(buffer, newline)) {
                complaint = "a request line that is not method, target and version with one space between";
                return;
            }
            lineStart = true;
            firstLine = false;
            at = newline + 1;
        }
        seen = end - buffer.readerIndex();
    }

    private static boolean hasTwoSpaces(ByteBuf buffer, int newline) {
        int spaces = 0;
        for (int i = buffer.readerIndex(); i < newline; i++) {
            byte b = buffer.getByte(i);
            spaces += b == ' ' ? 1 : b == '\t' ? 3 : 0;
        }
        return spaces == 2;
    }

    private void lookAtChunkLine(ByteBuf buffer) {
        int start = buffer.readerIndex();
        int newline = buffer.indexOf(start, buffer.writerIndex(), (byte) '\n');
        if (newline < 0) {
            return;
        }
        long size = ChunkLine.size(buffer, start, newline);
        if (size < 0) {
            complaint = "a chunk line that is not a size";
        } else if (size == 0) {
            part = Part.TRAILER;
            seen = newline + 1 - start;
            lineStart = true;
            firstLine = false;
            lookForFolds(buffer);
        } else {
            part = Part.CHUNK;
            chunkLeft = newline + 1 - start + size + 2;
        }
    }
}
