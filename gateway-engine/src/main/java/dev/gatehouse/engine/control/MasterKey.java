package dev.gatehouse.engine.control;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals and opens secrets: AES-256-GCM with a fresh nonce each time, bound to the secret's name so that sealed values
 * cannot be swapped. The key is 32 bytes in base64, in {@code GATEHOUSE_MASTER_KEY} or in the file {@code master.key},
 * which is made when it is first needed.
 */
public final class MasterKey {
    private static final String VARIABLE = "GATEHOUSE_MASTER_KEY";
    private static final String FILE = "master.key";
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecretKey key;
    private final String id;
    private final SecureRandom random = new SecureRandom();

    /** A key of 32 bytes. */
    MasterKey(byte[] bytes) throws GeneralSecurityException {
        key = new SecretKeySpec(bytes, "AES");
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
        id = HexFormat.of().formatHex(digest, 0, 8);
    }

    /** The key of a directory. */
    public static MasterKey in(DataDirectory directory) throws IOException, GeneralSecurityException {
        String text = System.getenv(VARIABLE);
        String place = VARIABLE;
        if (text == null || text.isBlank()) {
            place = FILE;
            text = directory.read(FILE);
        }
        if (text == null) {
            byte[] made = new byte[KEY_BYTES];
            new SecureRandom().nextBytes(made);
            directory.write(FILE, Base64.getEncoder().encodeToString(made) + "\n");
            return new MasterKey(made);
        }
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(text.strip());
        } catch (IllegalArgumentException e) {
            throw new IOException(place + " is not base64", e);
        }
        if (bytes.length != KEY_BYTES) {
            throw new IOException(place + " has to be 32 bytes in base64, and has " + bytes.length);
        }
        return new MasterKey(bytes);
    }

    /** Which key it is, without telling the key. */
    String id() {
        return id;
    }

    byte[] nonce() {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        return nonce;
    }

    byte[] seal(byte[] name, byte[] nonce, byte[] plain) throws GeneralSecurityException {
        return run(Cipher.ENCRYPT_MODE, name, nonce, plain);
    }

    byte[] open(byte[] name, byte[] nonce, byte[] sealed) throws GeneralSecurityException {
        return run(Cipher.DECRYPT_MODE, name, nonce, sealed);
    }

    private byte[] run(int mode, byte[] name, byte[] nonce, byte[] in) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(name);
        return cipher.doFinal(in);
    }
}
