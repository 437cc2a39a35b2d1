package dev.gatehouse.app.profile;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * A saved connection to a gateway.
 *
 * @param id never changes; names the token's file
 * @param name as its owner calls it
 * @param address of the Admin API, scheme, host and port only
 * @param environment what the gateway is for
 * @param certificate the fingerprint of the only certificate to believe; null without TLS
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Profile(
        String id,
        String name,
        URI address,
        Environment environment,
        @Nullable String certificate) {
    /** Reads one; those of before there was TLS have no certificate. */
    @JsonCreator
    public Profile(
            @JsonProperty("id") String id,
            @JsonProperty("name") String name,
            @JsonProperty("address") URI address,
            @JsonProperty("environment") Environment environment,
            @JsonProperty("certificate") @Nullable String certificate) {
        this.id = id;
        this.name = name;
        this.address = address;
        this.environment = environment;
        this.certificate = certificate;
    }

    /** A connection without TLS. */
    public Profile(String id, String name, URI address, Environment environment) {
        this(id, name, address, environment, null);
    }
}
