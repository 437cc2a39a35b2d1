package dev.gatehouse.app.screen.routes;

import dev.gatehouse.app.client.AdminFailed;
import dev.gatehouse.app.client.Configurations;
import dev.gatehouse.app.client.Finding;
import dev.gatehouse.app.connection.Connection;
import dev.gatehouse.app.connection.Current;
import dev.gatehouse.app.draft.Draft;
import dev.gatehouse.app.draft.DraftSession;
import dev.gatehouse.app.draft.ObjectKey;
import dev.gatehouse.app.form.Violation;
import dev.gatehouse.app.work.Latest;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/** What the gateway says is wrong with the draft, asked again after every edit. FX thread. */
final class GatewayCheck {
    private final Current current;
    private final Latest<List<Finding>> latest;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private List<Finding> found = List.of();
    private Subscription edits = Subscription.EMPTY;

    GatewayCheck(Current current, DraftSession session, Executor background, Executor ui) {
        this.current = current;
        latest = new Latest<>(background, ui, this::take);
        session.draftProperty().subscribe(this::follow);
    }

    /** What is wrong with an object; pointers are inside it. */
    List<Violation> of(ObjectKey key) {
        String own = key.pointer();
        return found.stream()
                .filter(finding ->
                        finding.pointer().equals(own) || finding.pointer().startsWith(own + "/"))
                .map(finding -> new Violation(
                        finding.pointer().substring(own.length()),
                        finding.hint().isEmpty() ? finding.message() : finding.message() + " " + finding.hint()))
                .toList();
    }

    /** Tells whenever there is another answer. */
    Subscription listen(Runnable changed) {
        listeners.add(changed);
        return () -> listeners.remove(changed);
    }

    private void follow(@Nullable Draft draft) {
        edits.unsubscribe();
        latest.forget();
        take(List.of());
        if (draft != null) {
            edits = draft.addListener(() -> ask(draft));
            ask(draft);
        }
    }

    private void ask(Draft draft) {
        Connection to = current.get();
        if (to == null || draft.changes().isEmpty()) {
            latest.forget();
            take(List.of());
            return;
        }
        // A copy: the answer is computed elsewhere while the draft goes on.
        var document = draft.tree().deepCopy();
        latest.ask(() -> {
            try {
                return new Configurations(to.client()).validate(document).violations();
            } catch (AdminFailed e) {
                // The banner says that the gateway cannot be reached; until then the form's own checks hold.
                return List.of();
            }
        });
    }

    private void take(List<Finding> now) {
        if (!now.equals(found)) {
            found = now;
            listeners.forEach(Runnable::run);
        }
    }
}
