package dev.gatehouse.engine.certificate;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The blocks of a PEM text (RFC 7468); what stands around them is passed over. */
final class Pem {
    /** The text between the lines may hold headers, which only old locked keys have. */
    private static final Pattern BLOCK = Pattern.compile("-----BEGIN ([A-Z0-9 ]{1,40})-----([^-]*)-----END \\1-----");

    /**
     * One block.
     *
     * @param label what it says it is, such as {@code CERTIFICATE}
     * @param der its content; empty for one with headers
     */
    record Block(String label, byte[] der) {
        boolean isKey() {
            return label.endsWith("PRIVATE KEY");
        }
    }

    private Pem() {}

    static List<Block> blocks(String text) {
        List<Block> blocks = new ArrayList<>();
        Matcher matcher = BLOCK.matcher(text);
        while (matcher.find()) {
            String body = matcher.group(2);
            byte[] der = body.indexOf(':') < 0 ? Base64.getMimeDecoder().decode(body) : new byte[0];
            blocks.add(new Block(matcher.group(1), der));
        }
        return blocks;
    }
}
