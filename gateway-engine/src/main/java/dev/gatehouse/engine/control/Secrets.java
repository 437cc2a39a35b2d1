package dev.gatehouse.engine.control;

import dev.gatehouse.engine.store.AuditRow;
import dev.gatehouse.engine.store.SecretRow;
import dev.gatehouse.engine.store.SecretRows;
import dev.gatehouse.engine.store.Store;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** The secrets that the configuration may refer to. They can be written and used, and never read back. */
public final class Secrets {
    private final SecretRows rows;
    private final MasterKey key;
    private final InstantSource clock;

    /** The secrets of a store. */
    public Secrets(Store store, MasterKey key, InstantSource clock) {
        rows = new SecretRows(store);
        this.key = key;
        this.clock = clock;
    }

    /** What may be told of a secret. */
    public record Known(String name, Instant updated) {}

    /** All secrets, by name. */
    public List<Known> all() {
        return rows.all().stream().map(Secrets::known).toList();
    }

    /** The names of those that another master key has sealed, and that are lost unless it comes back. */
    public List<String> sealedByAnotherKey() {
        return rows.all().stream()
                .filter(row -> !row.keyId().equals(key.id()))
                .map(SecretRow::name)
                .toList();
    }

    /** One secret. */
    public Optional<Known> find(String name) {
        return rows.byName(name).map(Secrets::known);
    }

    /** Creates or replaces a secret. */
    public Known put(String name, String value, String actor) {
        Instant now = clock.instant();
        byte[] nonce = key.nonce();
        try {
            byte[] sealed = key.seal(bytes(name), nonce, bytes(value));
            rows.put(
                    new SecretRow(name, key.id(), nonce, sealed, now.toEpochMilli()),
                    new AuditRow(0, now.toEpochMilli(), actor, "secret.put", "secret " + name, null));
            return new Known(name, now);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a secret cannot be sealed", e);
        }
    }

    /** Removes a secret; false if there was none. */
    public boolean remove(String name, String actor) {
        return rows.remove(
                name, new AuditRow(0, clock.instant().toEpochMilli(), actor, "secret.remove", "secret " + name, null));
    }

    /** The value of a secret, for those who use it; empty if there is none, or another key sealed it. */
    public Optional<String> value(String name) {
        return rows.byName(name).filter(row -> row.keyId().equals(key.id())).map(row -> {
            try {
                return new String(key.open(bytes(name), row.nonce(), row.sealed()), StandardCharsets.UTF_8);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("the secret " + name + " has been tampered with", e);
            }
        });
    }

    private static Known known(SecretRow row) {
        return new Known(row.name(), Instant.ofEpochMilli(row.updated()));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
