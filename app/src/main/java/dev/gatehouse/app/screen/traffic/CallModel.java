package dev.gatehouse.app.screen.traffic;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.app.chart.Figures;
import dev.gatehouse.app.client.Call;
import dev.gatehouse.app.client.Calls;
import dev.gatehouse.app.client.LiveFrame;
import dev.gatehouse.app.client.Resend;
import dev.gatehouse.app.connection.Connection;
import dev.gatehouse.app.connection.Current;
import dev.gatehouse.app.look.Status;
import dev.gatehouse.app.screen.Ways;
import dev.gatehouse.app.text.Texts;
import dev.gatehouse.app.work.Jobs;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The one call that is looked at, and what can be done with it. UI thread. */
final class CallModel {
    private final Current current;
    private final Ways ways;
    private final Jobs jobs;
    private final ReadOnlyObjectWrapper<@Nullable Call> call = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ObservableList<Verdict> verdicts = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<@Nullable Verdict> resent = new ReadOnlyObjectWrapper<>();
    private boolean busy;
    private int generation;

    CallModel(Current current, Ways ways, Jobs jobs) {
        this.current = current;
        this.ways = ways;
        this.jobs = jobs;
        current.property().subscribe(connection -> show(null));
    }

    /** Why the gateway cannot be asked now; empty if it can. */
    ObservableValue<String> lost() {
        return current.lost();
    }

    /** Shows another call, or none. */
    void show(@Nullable Call next) {
        Call now = call.get();
        if (next != null && now != null && next.id().equals(now.id())) {
            return;
        }
        generation++;
        verdicts.clear();
        resent.set(null);
        busy = false;
        problem.set("");
        call.set(next);
    }

    /** Fetches a call and shows it. */
    void open(String id) {
        Connection connection = current.get();
        if (connection == null) {
            return;
        }
        show(null);
        int mine = generation;
        Calls calls = new Calls(connection.client());
        jobs.start(Texts.get("traffic.opening", id), told -> calls.byId(id))
                .then(found -> {
                    if (mine == generation) {
                        show(found);
                    }
                })
                .failed(why -> {
                    if (mine == generation) {
                        problem.set(String.valueOf(why.getMessage()));
                    }
                });
    }

    /** Asks what would become of the call at the revision that decided it, and at the active one. */
    void explain() {
        Call asked = call.get();
        Connection connection = current.get();
        if (asked == null || connection == null || busy) {
            return;
        }
        int mine = generation;
        LiveFrame frame = connection.live().latest();
        int active = frame == null ? 0 : frame.revision();
        Calls calls = new Calls(connection.client());
        busy = true;
        verdicts.clear();
        jobs.start(Texts.get("traffic.explaining"), told -> {
                    List<Verdict> found = new ArrayList<>();
                    if (active != asked.revision()) {
                        found.add(Reasons.verdict(
                                Texts.get("traffic.explain.then", asked.revision()),
                                calls.explain(asked, asked.revision())));
                    }
                    found.add(Reasons.verdict(Texts.get("traffic.explain.now"), calls.explain(asked, null)));
                    return found;
                })
                .then(found -> {
                    if (mine == generation) {
                        busy = false;
                        verdicts.setAll(found);
                    }
                })
                .failed(why -> {
                    if (mine == generation) {
                        busy = false;
                        verdicts.setAll(new Verdict(
                                Texts.get("traffic.explain.failed"),
                                Status.ATTENTION,
                                String.valueOf(why.getMessage()),
                                List.of()));
                    }
                });
    }

    /** Whether sending it again has to be asked for: it may change something at the origin. */
    boolean mustAsk() {
        Call now = call.get();
        return now != null && !Resend.isSafe(now);
    }

    /** Sends it again. */
    void resend() {
        Call sent = call.get();
        Connection connection = current.get();
        if (sent == null || connection == null || busy) {
            return;
        }
        int mine = generation;
        busy = true;
        resent.set(null);
        String title = Texts.get("traffic.resending", sent.method(), sent.path());
        jobs.start(title, told -> Resend.send(connection.client(), connection.address(), sent))
                .then(answer -> {
                    if (mine == generation) {
                        busy = false;
                        resent.set(new Verdict(
                                Texts.get("traffic.resend.title"),
                                answer.status() >= 500
                                        ? Status.BAD
                                        : answer.status() >= 400 ? Status.ATTENTION : Status.GOOD,
                                Texts.get(
                                        "traffic.resend.answer",
                                        answer.status(),
                                        Figures.milliseconds((double) answer.millis()),
                                        Figures.exact((double) answer.bytes())),
                                left(sent)));
                    }
                })
                .failed(why -> {
                    if (mine == generation) {
                        busy = false;
                        resent.set(new Verdict(
                                Texts.get("traffic.resend.title"),
                                Status.BAD,
                                Texts.get("traffic.resend.failed", String.valueOf(why.getMessage())),
                                List.of()));
                    }
                });
    }

    /** What of the call could not be sent, because it is not recorded. */
    private static List<String> left(Call call) {
        List<String> left = new ArrayList<>();
        left.add(Texts.get("traffic.resend.headers"));
        if (!call.query().isEmpty()) {
            left.add(Texts.get("traffic.resend.query", call.query()));
        }
        return left;
    }

    /** Opens a new route that would take this call. */
    void newRoute() {
        Call now = call.get();
        if (now != null) {
            ways.newRoute(seed(now));
        }
    }

    /** A route that takes calls like this one. */
    static ObjectNode seed(Call call) {
        ObjectNode route = JsonNodeFactory.instance.objectNode();
        ObjectNode match = route.putObject("match");
        if (!call.host().isEmpty()) {
            match.putArray("hosts").add(call.host());
        }
        match.put("path", call.path().isEmpty() ? "/" : call.path());
        match.putArray("methods").add(call.method());
        return route;
    }

    /** The call as a command line. */
    String curl() {
        Call now = call.get();
        return now == null ? "" : Curl.of(now);
    }

    /** Where other screens are. */
    Ways ways() {
        return ways;
    }

    /** The call; null for none. */
    ReadOnlyObjectProperty<@Nullable Call> callProperty() {
        return call.getReadOnlyProperty();
    }

    /** Why a call that was asked for is not shown; empty if it is. */
    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** What explaining it found. */
    ObservableList<Verdict> verdicts() {
        return verdicts;
    }

    /** What came back when it was sent again; null before. */
    ReadOnlyObjectProperty<@Nullable Verdict> resentProperty() {
        return resent.getReadOnlyProperty();
    }
}
