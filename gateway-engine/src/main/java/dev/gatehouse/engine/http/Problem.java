package dev.gatehouse.engine.http;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import dev.gatehouse.engine.exchange.CallId;
import dev.gatehouse.engine.exchange.DecisionRecord;
import dev.gatehouse.engine.fault.Fault;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Writes a fault as a problem document (RFC 9457). */
final class Problem {
    static final String MEDIA_TYPE = "application/problem+json";

    private Problem() {}

    /** The document; {@code instance} is the call's id under {@code /calls}. */
    static byte[] of(Fault fault, int status, @Nullable String detail, DecisionRecord record) {
        StringBuilder json = new StringBuilder(320);
        field(json.append('{'), "type", fault.type());
        field(json.append(','), "title", fault.title());
        json.append(",\"status\":").append(status).append(',');
        field(json, "detail", detail == null ? fault.meaning() : sentence(detail));
        field(json.append(','), "code", fault.code());
        field(json.append(','), "instance", "urn:gatehouse:call:" + CallId.text(record.idHigh, record.idLow));
        return json.append("}\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String sentence(String detail) {
        return Character.toUpperCase(detail.charAt(0)) + detail.substring(1) + (detail.endsWith(".") ? "" : ".");
    }

    private static void field(StringBuilder json, String name, String value) {
        json.append('"').append(name).append("\":\"");
        JsonStringEncoder.getInstance().quoteAsString(value, json);
        json.append('"');
    }
}
