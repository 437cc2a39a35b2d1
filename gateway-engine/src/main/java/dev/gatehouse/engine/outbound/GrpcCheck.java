package dev.gatehouse.engine.outbound;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.WireFormat;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/** The question of gRPC's health service, {@code grpc.health.v1.Health/Check}, and how its answer is read. */
record GrpcCheck(@Nullable String service) {
    private static final String PATH = "/grpc.health.v1.Health/Check";
    private static final MediaType GRPC = MediaType.get("application/grpc");
    private static final int SERVICE = 1;
    private static final int STATUS = 1;
    private static final int SERVING = 1;
    private static final String[] STATES = {"UNKNOWN", "SERVING", "NOT_SERVING", "SERVICE_UNKNOWN"};
    private static final int MOST = 1024;
    private static final String NOT_FOUND = "5";
    private static final String UNIMPLEMENTED = "12";

    Request request(HttpUrl root) throws IOException {
        return new Request.Builder()
                .url(root.newBuilder().encodedPath(PATH).build())
                .header("TE", "trailers")
                .header("User-Agent", "gatehouse-health")
                .post(RequestBody.create(message(), GRPC))
                .build();
    }

    private byte[] message() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        CodedOutputStream out = CodedOutputStream.newInstance(bytes);
        if (service != null) {
            out.writeString(SERVICE, service);
        }
        out.flush();
        ByteArrayOutputStream framed = new ByteArrayOutputStream();
        framed.write(new byte[] {0, 0, 0, (byte) (bytes.size() >> 8), (byte) bytes.size()});
        bytes.writeTo(framed);
        return framed.toByteArray();
    }

    Probe.Outcome read(Response response) throws IOException {
        if (response.protocol() == Protocol.HTTP_1_1) {
            return new Probe.Outcome(false, "the target does not speak HTTP/2");
        }
        if (response.code() != 200) {
            return new Probe.Outcome(false, "status " + response.code());
        }
        String early = response.header("grpc-status");
        if (early != null) {
            return ended(early);
        }
        BufferedSource body = response.body().source();
        if (!body.request(1)) {
            return ended(response.trailers().get("grpc-status"));
        }
        body.skip(1);
        long length = Integer.toUnsignedLong(body.readInt());
        if (length > MOST) {
            return new Probe.Outcome(false, "the answer is none of grpc.health.v1.Health");
        }
        int state = state(CodedInputStream.newInstance(body.readByteArray(length)));
        if (!body.exhausted()) {
            return new Probe.Outcome(false, "the answer is none of grpc.health.v1.Health");
        }
        String status = response.trailers().get("grpc-status");
        if (!"0".equals(status)) {
            return ended(status);
        }
        return state == SERVING
                ? Probe.Outcome.GOOD
                : new Probe.Outcome(false, state >= 0 && state < STATES.length ? STATES[state] : "state " + state);
    }

    private static int state(CodedInputStream message) throws IOException {
        int state = 0;
        for (int tag = message.readTag(); tag != 0; tag = message.readTag()) {
            if (tag == (STATUS << 3 | WireFormat.WIRETYPE_VARINT)) {
                state = message.readEnum();
            } else {
                message.skipField(tag);
            }
        }
        return state;
    }

    private Probe.Outcome ended(@Nullable String status) {
        return new Probe.Outcome(
                false,
                switch (status) {
                    case NOT_FOUND -> "it knows no service " + (service == null ? "" : service);
                    case UNIMPLEMENTED -> "it has no grpc.health.v1.Health";
                    case null -> "the answer has no grpc-status";
                    default -> "grpc-status " + status;
                });
    }
}
