package dev.gatehouse.app.profile;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Tokens on the disk: a file each, encrypted with AES-256-GCM under a key that lies beside them; all are readable by their
 * owner alone. This keeps a token out of what is copied, searched, synchronised or pasted file by file, and binds it to
 * its profile. It does not protect against a program that runs as the same user and reads the key as well.
 */
final class TokenVault {
    private static final String FOLDER = "tokens/";
    private static final String KEY = FOLDER + ".key";
    private static final String MARK = "gatehouse-1:";
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final ConsoleFolder folder;
    private final SecureRandom random = new SecureRandom();

    TokenVault(ConsoleFolder folder) {
        this.folder = folder;
    }

    /** Keeps a token for a profile. */
    void put(String id, String token) throws IOException {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] sealed = crypt(Cipher.ENCRYPT_MODE, key(true), id, nonce, token.getBytes(StandardCharsets.UTF_8));
        byte[] all = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
        System.arraycopy(sealed, 0, all, NONCE_BYTES, sealed.length);
        folder.write(file(id), (MARK + Base64.getEncoder().encodeToString(all)).getBytes(StandardCharsets.US_ASCII));
    }

    /** The token of a profile, if it is there and readable; one of before tokens were encrypted is encrypted now. */
    Optional<String> get(String id) {
        try {
            String text = Files.readString(folder.path(file(id))).strip();
            if (!text.startsWith(MARK)) {
                put(id, text);
                return Optional.of(text);
            }
            byte[] all = Base64.getDecoder().decode(text.substring(MARK.length()));
            if (all.length <= NONCE_BYTES) {
                return Optional.empty();
            }
            byte[] nonce = Arrays.copyOf(all, NONCE_BYTES);
            byte[] sealed = Arrays.copyOfRange(all, NONCE_BYTES, all.length);
            byte[] plain = crypt(Cipher.DECRYPT_MODE, key(false), id, nonce, sealed);
            return Optional.of(new String(plain, StandardCharsets.UTF_8));
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Forgets a token. */
    void remove(String id) throws IOException {
        Files.deleteIfExists(folder.path(file(id)));
    }

    private byte[] key(boolean make) throws IOException {
        try {
            byte[] key = Files.readAllBytes(folder.path(KEY));
            if (key.length == KEY_BYTES) {
                return key;
            }
        } catch (NoSuchFileException e) {
            if (!make) {
                throw e;
            }
        }
        if (!make) {
            throw new IOException("the key of the tokens is damaged");
        }
        byte[] key = new byte[KEY_BYTES];
        random.nextBytes(key);
        folder.write(KEY, key);
        return key;
    }

    private static byte[] crypt(int mode, byte[] key, String id, byte[] nonce, byte[] text) throws IOException {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(id.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IOException("the token cannot be read with this key", e);
        }
    }

    private static String file(String id) {
        return FOLDER + id;
    }
}
