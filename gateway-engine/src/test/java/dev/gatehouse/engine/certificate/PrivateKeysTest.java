package dev.gatehouse.engine.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.interfaces.ECPrivateKey;
import java.util.Base64;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The forms in which openssl writes private keys; the three EC keys here are one, made for this test. */
class PrivateKeysTest {
    private static final String PLAIN = """
        -----BEGIN PRIVATE KEY-----
        MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQggVSXj6zuaxGe5gHz
        iootRd03Ey8TK0GWZkqvpIEBcdihRANCAARujZeTfw5T7Zx97QnwaSg88qCeyffu
        U6tJPtubMBjzx1znBAvv7X/hPSsXYboIB1Yh14Cq1FQ4A1SO9XXFDmzM
        -----END PRIVATE KEY-----
        """;

    private static final String OLD = """
        -----BEGIN EC PRIVATE KEY-----
        MHcCAQEEIIFUl4+s7msRnuYB84qKLUXdNxMvEytBlmZKr6SBAXHYoAoGCCqGSM49
        AwEHoUQDQgAEbo2Xk38OU+2cfe0J8GkoPPKgnsn37lOrST7bmzAY88dc5wQL7+1/
        4T0rF2G6CAdWIdeAqtRUOANUjvV1xQ5szA==
        -----END EC PRIVATE KEY-----
        """;

    private static final String LOCKED = """
        -----BEGIN ENCRYPTED PRIVATE KEY-----
        MIHsMFcGCSqGSIb3DQEFDTBKMCkGCSqGSIb3DQEFDDAcBAgj6+pLQXi6oAICCAAw
        DAYIKoZIhvcNAgkFADAdBglghkgBZQMEASoEENdiLeqc1HhU/3/t/wq6NT4EgZD+
        KpTAT7rvQL12fGv1rsKAGPA4wDSxKw0nBdcJMuJaa66UypGzmPpDoiNbdljCfH2h
        Kwf5zYBETLANkcnzydxd2SZyYCe3mgL/uIJjDnZQwbYB/6QdiSiDql8WuTvkc3n3
        QALubpJ4IV70NwHiUjPrc5JDdihX8rikRK+CmUgkqc836rOWEKaEQ7tI5fNegjg=
        -----END ENCRYPTED PRIVATE KEY-----
        """;

    private static PrivateKey read(String pem, @Nullable String password) throws BadCertificate {
        return PrivateKeys.read(Pem.blocks(pem).getFirst(), password);
    }

    @Test
    void an_ec_key_is_the_same_in_every_form() throws Exception {
        BigInteger secret = ((ECPrivateKey) read(PLAIN, null)).getS();
        assertThat(((ECPrivateKey) read(OLD, null)).getS()).isEqualTo(secret);
        assertThat(((ECPrivateKey) read(LOCKED, "hush")).getS()).isEqualTo(secret);
    }

    @Test
    void an_rsa_key_of_the_old_form_is_read() throws Exception {
        PrivateKey key = KeyPairGenerator.getInstance("RSA").generateKeyPair().getPrivate();
        byte[] old = PrivateKeyInfo.getInstance(key.getEncoded())
                .parsePrivateKey()
                .toASN1Primitive()
                .getEncoded();
        String pem = "-----BEGIN RSA PRIVATE KEY-----\n"
                + Base64.getMimeEncoder().encodeToString(old)
                + "\n-----END RSA PRIVATE KEY-----\n";
        assertThat(read(pem, null)).isEqualTo(key);
    }

    @Test
    void a_locked_key_needs_its_password() {
        assertThatThrownBy(() -> read(LOCKED, null))
                .isInstanceOfSatisfying(
                        BadCertificate.class, e -> assertThat(e.field()).isEqualTo("password"));
        assertThatThrownBy(() -> read(LOCKED, "hash"))
                .isInstanceOfSatisfying(
                        BadCertificate.class, e -> assertThat(e.field()).isEqualTo("password"));
    }

    @Test
    void what_is_damaged_is_said_to_be() {
        assertThatThrownBy(() -> read(PLAIN.replaceFirst("[A-Za-z0-9+/=]{30}\n-----END", "\n-----END"), null))
                .isInstanceOf(BadCertificate.class);
    }
}
