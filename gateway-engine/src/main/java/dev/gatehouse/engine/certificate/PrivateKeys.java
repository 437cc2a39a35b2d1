package dev.gatehouse.engine.certificate;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.jspecify.annotations.Nullable;

/** Reads private keys: PKCS#8, locked or not, and the older forms of RSA and EC keys that openssl still writes. */
final class PrivateKeys {
    private static final String KEY = "key";
    private static final String[] KINDS = {"RSA", "EC"};

    private PrivateKeys() {}

    static PrivateKey read(Pem.Block block, @Nullable String password) throws BadCertificate {
        try {
            return switch (block.label()) {
                case "PRIVATE KEY" -> key(block.der());
                case "ENCRYPTED PRIVATE KEY" -> key(opened(block.der(), password));
                case "RSA PRIVATE KEY" -> key(pkcs8(whole(block.der()), Der.RSA, Der.NULL));
                case "EC PRIVATE KEY" ->
                    key(pkcs8(whole(block.der()), Der.EC, Der.inside(block.der(), Der.PARAMETERS)));
                default -> throw new BadCertificate(KEY, "A " + block.label() + " is not understood.", PKCS8);
            };
        } catch (GeneralSecurityException | IOException | IllegalArgumentException e) {
            throw new BadCertificate(KEY, "The private key cannot be read: it is damaged, or no RSA or EC key.", PKCS8);
        }
    }

    private static final String PKCS8 = "Convert it with: openssl pkcs8 -topk8 -nocrypt -in old.key -out new.key";

    /** A block with headers has no content: the old way to lock a key. */
    private static byte[] whole(byte[] der) throws BadCertificate {
        if (der.length == 0) {
            throw new BadCertificate(KEY, "The private key is locked in a way that is no longer safe.", PKCS8);
        }
        return der;
    }

    private static byte[] pkcs8(byte[] key, byte[] algorithm, byte[] parameters) {
        return Der.of(Der.SEQUENCE, Der.ZERO, Der.of(Der.SEQUENCE, algorithm, parameters), Der.of(Der.OCTETS, key));
    }

    private static PrivateKey key(byte[] pkcs8) throws GeneralSecurityException {
        for (String kind : KINDS) {
            try {
                return KeyFactory.getInstance(kind).generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
            } catch (InvalidKeySpecException e) {
                // another kind, perhaps
            }
        }
        throw new InvalidKeySpecException();
    }

    private static byte[] opened(byte[] locked, @Nullable String password)
            throws BadCertificate, GeneralSecurityException, IOException {
        if (password == null) {
            throw new BadCertificate(
                    "password", "The private key is locked.", "Add 'password' with a reference to it.");
        }
        EncryptedPrivateKeyInfo info = new EncryptedPrivateKeyInfo(locked);
        PBEKeySpec spec = new PBEKeySpec(password.toCharArray());
        try {
            // The name of the key's own algorithm; of PBES2 only the parameters tell it.
            String named = info.getAlgParameters().toString();
            String algorithm = named.startsWith("PBEWith") ? named : info.getAlgName();
            Cipher cipher = Cipher.getInstance(algorithm);
            cipher.init(
                    Cipher.DECRYPT_MODE,
                    SecretKeyFactory.getInstance(algorithm).generateSecret(spec),
                    info.getAlgParameters());
            return info.getKeySpec(cipher).getEncoded();
        } catch (InvalidKeySpecException | java.security.InvalidKeyException e) {
            throw new BadCertificate("password", "The password does not open the private key.", null);
        } finally {
            spec.clearPassword();
        }
    }
}
