package dev.gatehouse.engine.control;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.Base64;

/** The administrator's token: made on the first start, in a file that only its owner can read. */
public final class AdminToken {
    private static final String FILE = "admin.token";
    private static final int BYTES = 32;

    private AdminToken() {}

    /** The token of a directory. */
    public static String in(DataDirectory directory) throws IOException {
        String token = directory.read(FILE);
        if (token != null && !token.isEmpty()) {
            return token;
        }
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        String made = "gh_" + Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        directory.write(FILE, made + "\n");
        return made;
    }
}
