package dev.gatehouse.app.client;

import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.time.Instant;

/** How the gateway's JSON is read into records: fields that this console does not know are passed over. */
final class Json {
    static final ObjectMapper MAPPER = new ObjectMapper()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .registerModule(new SimpleModule().addDeserializer(Instant.class, new IsoInstant()));

    private Json() {}

    /** Times as ISO 8601, without pulling in Jackson's module for all of java.time. */
    private static final class IsoInstant extends FromStringDeserializer<Instant> {
        private static final long serialVersionUID = 1;

        IsoInstant() {
            super(Instant.class);
        }

        @Override
        protected Instant _deserialize(String value, DeserializationContext context) {
            return Instant.parse(value);
        }
    }
}
