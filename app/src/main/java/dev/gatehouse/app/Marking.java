package dev.gatehouse.app;

import dev.gatehouse.app.attention.Notable;
import dev.gatehouse.app.certificate.KnownCertificates;
import dev.gatehouse.app.discovery.KnownDiscoveries;
import dev.gatehouse.app.fault.RunningFaults;
import dev.gatehouse.app.forced.ForcedTargets;
import dev.gatehouse.app.screen.Ways;
import dev.gatehouse.app.shell.Concern;
import dev.gatehouse.app.shell.Screen;
import dev.gatehouse.app.shell.ShellModel;
import dev.gatehouse.app.shell.Standing;
import dev.gatehouse.app.text.Texts;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Marks what asks for attention: the screens in the navigation, and the worst of it in the status bar. */
final class Marking {
    private static final Map<String, Screen> SCREENS =
            Map.of("certificates", Screen.CERTIFICATES, "routes", Screen.ROUTES, "upstreams", Screen.UPSTREAMS);

    private Marking() {}

    /** Marks what is known of certificates, faults and targets, now and whenever something else is, and tells it on. */
    static void join(
            KnownCertificates known,
            RunningFaults faults,
            ForcedTargets forced,
            KnownDiscoveries discoveries,
            ShellModel shell,
            Ways ways,
            Consumer<List<Notable>> on) {
        Runnable attend = () -> {
            List<Notable> notable = Stream.of(
                            discoveries.notable(), faults.notable(), forced.notable(), known.notable())
                    .flatMap(List::stream)
                    .toList();
            show(notable, shell, ways);
            on.accept(notable);
        };
        known.listen(attend);
        faults.listen(attend);
        forced.listen(attend);
        discoveries.listen(attend);
    }

    /** Marks what there is now. */
    private static void show(List<Notable> notable, ShellModel shell, Ways ways) {
        SCREENS.forEach((kind, screen) -> {
            List<Notable> own = notable.stream()
                    .filter(each -> each.about().kind().equals(kind))
                    .toList();
            if (own.isEmpty()) {
                shell.marks().remove(screen);
            } else {
                String words = own.size() == 1
                        ? own.getFirst().words()
                        : Texts.get("attention.some", own.getFirst().words(), own.size() - 1);
                shell.marks().put(screen, new Standing(own.getFirst().status(), words));
            }
        });
        shell.concernProperty()
                .set(notable.stream()
                        .max(Comparator.comparing(Notable::status))
                        .map(worst -> concern(worst, notable.size() - 1, ways))
                        .orElse(null));
    }

    private static Concern concern(Notable worst, int more, Ways ways) {
        String words = more == 0 ? worst.words() : Texts.get("attention.some", worst.words(), more);
        return new Concern(worst.status(), words, () -> ways.object(worst.about()));
    }
}
