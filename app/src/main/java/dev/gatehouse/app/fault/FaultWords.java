package dev.gatehouse.app.fault;

import dev.gatehouse.app.client.Injection;
import dev.gatehouse.app.table.Times;
import dev.gatehouse.app.text.Ages;
import dev.gatehouse.app.text.Texts;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An injected fault in words. */
public final class FaultWords {
    private FaultWords() {}

    /** What it does, in short: "503 for 10 %". */
    public static String brief(Injection fault) {
        return Texts.get("injection.brief", does(fault), share(fault.share()));
    }

    /** What it would do, a sentence; nothing is empty. */
    public static String sentence(
            String calls, @Nullable String delay, @Nullable Integer abort, String share, String length, String end) {
        return Texts.get("injection.sentence", length, share(share), calls, would(delay, abort), end);
    }

    /** What somebody should know of it, without what changes by the second. */
    static String notable(Injection fault) {
        Instant end = fault.endsAt();
        return end == null
                ? Texts.get("injection.notable.open", fault.route(), brief(fault))
                : Texts.get("injection.notable", fault.route(), brief(fault), Times.minute(end));
    }

    /** How long it still goes on: "4 min 10 s left". */
    public static String left(Injection fault, Instant now) {
        Instant end = fault.endsAt();
        return end == null ? "" : Texts.get("injection.left", Ages.words(Duration.between(now, end)));
    }

    /** {@code 10 %} of {@code 10%}. */
    static String share(String written) {
        return written.replace("%", "").strip() + "\u00a0%";
    }

    private static String does(Injection fault) {
        if (fault.delay() == null) {
            return fault.abort() == null ? "" : Texts.get("injection.does.abort", fault.abort());
        }
        return fault.abort() == null
                ? Texts.get("injection.does.delay", fault.delay())
                : Texts.get("injection.does.both", fault.delay(), fault.abort());
    }

    private static String would(@Nullable String delay, @Nullable Integer abort) {
        if (delay == null) {
            return abort == null ? "" : Texts.get("injection.would.abort", abort);
        }
        return abort == null
                ? Texts.get("injection.would.delay", delay)
                : Texts.get("injection.would.both", delay, abort);
    }
}
