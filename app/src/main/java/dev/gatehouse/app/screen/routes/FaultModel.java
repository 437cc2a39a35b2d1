package dev.gatehouse.app.screen.routes;

import dev.gatehouse.app.client.Injections.Wanted;
import dev.gatehouse.app.fault.FaultWords;
import dev.gatehouse.app.fault.RunningFaults;
import dev.gatehouse.app.form.Measure;
import dev.gatehouse.app.table.Times;
import dev.gatehouse.app.text.Texts;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CancellationException;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** A fault before it is injected: what it does, to how many, for how long. FX thread; needs no toolkit. */
final class FaultModel {
    private static final long LONGEST = 86_400_000;

    private final RunningFaults faults;
    private final String route;
    private final String calls;
    private final String gateway;
    private final Runnable started;
    private final StringProperty delay = new SimpleStringProperty("");
    private final StringProperty abort = new SimpleStringProperty("503");
    private final StringProperty share = new SimpleStringProperty("10%");
    private final StringProperty length = new SimpleStringProperty("5m");
    private final StringProperty typed = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper sentence = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper why = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();

    /**
     * A fault of a route.
     *
     * @param calls the requests that the route takes, in words
     * @param gateway its name, to be typed where it is in production; empty if it need not be
     * @param started is told once it runs
     */
    FaultModel(RunningFaults faults, String route, String calls, String gateway, Runnable started) {
        this.faults = faults;
        this.route = route;
        this.calls = calls;
        this.gateway = gateway;
        this.started = started;
        for (StringProperty each : List.of(delay, abort, share, length, typed)) {
            each.addListener((property, before, now) -> judge());
        }
        judge();
    }

    String route() {
        return route;
    }

    /** What has to be typed before it starts; empty for nothing. */
    String gateway() {
        return gateway;
    }

    /** How long a request waits, as written; empty for not at all. */
    StringProperty delayProperty() {
        return delay;
    }

    /** The status that a request is answered with; empty if it goes on. */
    StringProperty abortProperty() {
        return abort;
    }

    /** Of how many requests. */
    StringProperty shareProperty() {
        return share;
    }

    /** For how long. */
    StringProperty lengthProperty() {
        return length;
    }

    /** The gateway's name as it was typed. */
    StringProperty typedProperty() {
        return typed;
    }

    /** What will happen, and when it ends; empty while that is not settled. */
    ReadOnlyStringProperty sentenceProperty() {
        return sentence.getReadOnlyProperty();
    }

    /** Why it cannot be started yet; empty if it can. */
    ReadOnlyStringProperty whyProperty() {
        return why.getReadOnlyProperty();
    }

    /** Why it could not be started. */
    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** Whether it is being started. */
    ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /** Starts it. */
    void start() {
        judge();
        if (!why.get().isEmpty() || busy.get()) {
            return;
        }
        busy.set(true);
        problem.set("");
        faults.start(new Wanted(route, delay(), abort(), share(), length.get().strip()))
                .then(running -> {
                    busy.set(false);
                    started.run();
                })
                .failed(failure -> {
                    busy.set(false);
                    if (!(failure instanceof CancellationException)) {
                        problem.set(String.valueOf(failure.getMessage()));
                    }
                });
    }

    private void judge() {
        problem.set("");
        String wrong = wrong();
        boolean unnamed = wrong.isEmpty() && !typed.get().strip().equals(gateway);
        why.set(unnamed ? Texts.get("injection.why.name", gateway) : wrong);
        if (!wrong.isEmpty()) {
            sentence.set("");
            return;
        }
        OptionalLong lasting = Measure.DURATION.read(length.get().strip());
        String end = Times.minute(faults.now().plusMillis(lasting.orElse(0)));
        String words = Measure.DURATION.words(length.get().strip());
        sentence.set(FaultWords.sentence(calls, delay(), abort(), share(), words, end));
    }

    private String wrong() {
        String delayed = delay.get().strip();
        String aborted = abort.get().strip();
        if (delayed.isEmpty() && aborted.isEmpty()) {
            return Texts.get("injection.why.nothing");
        }
        if (!delayed.isEmpty() && Measure.DURATION.read(delayed).orElse(0) <= 0) {
            return Texts.get("injection.why.delay");
        }
        if (!aborted.isEmpty() && !aborted.matches("[2-5][0-9][0-9]")) {
            return Texts.get("injection.why.abort");
        }
        if (!share().matches("[0-9]{1,3}(\\.[0-9]+)?%")) {
            return Texts.get("injection.why.share");
        }
        double percent = Double.parseDouble(share().replace("%", ""));
        if (percent <= 0 || percent > 100) {
            return Texts.get("injection.why.share");
        }
        long lasting = Measure.DURATION.read(length.get().strip()).orElse(0);
        return lasting <= 0 || lasting > LONGEST ? Texts.get("injection.why.length") : "";
    }

    private @Nullable String delay() {
        String written = delay.get().strip();
        return written.isEmpty() ? null : written;
    }

    private @Nullable Integer abort() {
        String written = abort.get().strip();
        return written.isEmpty() ? null : Integer.valueOf(written);
    }

    private String share() {
        String written = share.get().replace(" ", "").strip();
        return written.endsWith("%") ? written : written + "%";
    }
}
