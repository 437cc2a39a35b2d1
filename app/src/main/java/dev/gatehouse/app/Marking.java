package dev.gatehouse.app;

import dev.gatehouse.app.certificate.KnownCertificates.Notable;
import dev.gatehouse.app.shell.Screen;
import dev.gatehouse.app.shell.Standing;
import dev.gatehouse.app.text.Texts;
import java.util.List;
import java.util.Map;

/** Marks screens in the navigation on which something asks for attention. */
final class Marking {
    private Marking() {}

    /** Marks the certificates: the worst one's words, or how many there are. */
    static void certificates(List<Notable> notable, Map<Screen, Standing> marks) {
        if (notable.isEmpty()) {
            marks.remove(Screen.CERTIFICATES);
            return;
        }
        Notable worst = notable.getFirst();
        String words = notable.size() == 1 ? worst.words() : Texts.get("expiry.attention.some", notable.size());
        marks.put(Screen.CERTIFICATES, new Standing(worst.status(), words));
    }
}
