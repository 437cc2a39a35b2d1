package dev.gatehouse.engine.store;

/**
 * A secret as stored: sealed.
 *
 * @param keyId which master key sealed it
 * @param nonce what was mixed in, once
 * @param sealed the sealed value
 * @param updated milliseconds since 1970
 */
@SuppressWarnings("ArrayRecordComponent") // a row is never compared
public record SecretRow(String name, String keyId, byte[] nonce, byte[] sealed, long updated) {}
