package dev.gatehouse.engine.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.engine.exchange.DecisionRecord;
import dev.gatehouse.engine.fault.Fault;
import dev.gatehouse.engine.telemetry.filter.CallField;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RecordedCallTest {
    private static final Set<CallField> NUMBERS = EnumSet.of(
            CallField.TIME,
            CallField.STATUS,
            CallField.DURATION,
            CallField.ATTEMPTS,
            CallField.REVISION,
            CallField.REQUEST_BYTES,
            CallField.RESPONSE_BYTES);

    private static RecordedCall recorded() {
        DecisionRecord record = new DecisionRecord();
        record.idHigh = 3;
        record.idLow = 5;
        record.startMicros = 1_800_000_000_000_000L;
        record.revision = 42;
        record.listener = "public";
        record.scheme = "http";
        record.protocol = "HTTP/1.1";
        record.method = "PUT";
        record.host = "api.example.com";
        record.path = "/orders/7";
        record.query = "page=2";
        record.clientAddress = "192.0.2.7";
        record.requestId = "r1";
        record.route = "orders";
        record.target = "127.0.0.1:9101";
        record.attempts = 2;
        record.status = 502;
        record.fault = Fault.CONNECT_FAILED;
        record.requestBytes = 10;
        record.responseBytes = 20;
        record.endNanos = 1_499_999;
        CallEncoder encoder = new CallEncoder();
        int length = encoder.encode(record);
        return new RecordedCall(Arrays.copyOf(encoder.bytes(), length));
    }

    @ParameterizedTest
    @EnumSource
    void a_field_read_in_its_place_is_the_field_of_the_decoded_call(CallField field) {
        RecordedCall recorded = recorded();
        Call decoded = recorded.call();
        if (NUMBERS.contains(field)) {
            assertThat(recorded.number(field)).isEqualTo(decoded.number(field)).isPositive();
        } else {
            assertThat(recorded.text(field)).isEqualTo(decoded.text(field));
            assertThat(recorded.text(field) == null).isEqualTo(field == CallField.UPSTREAM);
        }
    }
}
