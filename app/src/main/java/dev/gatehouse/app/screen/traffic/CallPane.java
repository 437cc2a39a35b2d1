package dev.gatehouse.app.screen.traffic;

import dev.gatehouse.app.chart.Figures;
import dev.gatehouse.app.client.Call;
import dev.gatehouse.app.command.Off;
import dev.gatehouse.app.look.Icon;
import dev.gatehouse.app.look.IconView;
import dev.gatehouse.app.look.StatusChip;
import dev.gatehouse.app.look.Tip;
import dev.gatehouse.app.screen.Questions;
import dev.gatehouse.app.table.Facts;
import dev.gatehouse.app.table.Times;
import dev.gatehouse.app.text.Texts;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The call that is looked at, in full. */
final class CallPane extends VBox {
    private final CallModel model;
    private final Questions questions;
    private final Label title = new Label();
    private final StatusChip status = new StatusChip();
    private final Facts facts = new Facts();
    private final Waterfall waterfall = new Waterfall();
    private final VBox decided = new VBox();
    private final VBox explained = new VBox();
    private final VBox resent = new VBox();
    private final MenuItem openRoute = new MenuItem(Texts.get("traffic.open-route"));

    CallPane(CallModel model, Questions questions, Runnable close) {
        this.model = model;
        this.questions = questions;
        Button explain = new Button(Texts.get("traffic.explain"));
        explain.setId("explain");
        explain.setOnAction(event -> model.explain());
        Off.join(explain, model.lost());
        Label help = new Label(Texts.get("traffic.explain.help"));
        help.getStyleClass().add("t-help");
        VBox body = new VBox(
                facts,
                resent,
                section("traffic.section.timeline", waterfall),
                section("traffic.section.decided", decided),
                section("traffic.section.explain", help, explain, explained));
        body.getStyleClass().addAll("detail-body", "gap-5");
        ScrollPane scroll = new ScrollPane(body);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("detail-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        decided.getStyleClass().add("gap-3");
        explained.getStyleClass().add("gap-4");
        getStyleClass().add("surface");
        getChildren().addAll(header(close), scroll);
        model.callProperty().subscribe(this::show);
        model.verdicts().addListener((ListChangeListener<Verdict>) change -> explained
                .getChildren()
                .setAll(model.verdicts().stream().map(VerdictBox::new).toList()));
        model.resentProperty().subscribe(answer -> {
            resent.getChildren().clear();
            if (answer != null) {
                resent.getChildren().add(new VerdictBox(answer));
            }
            resent.setManaged(answer != null);
        });
    }

    private Node header(Runnable close) {
        title.getStyleClass().addAll("t-section", "detail-title");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Button curl = icon(Icon.COPY, "traffic.curl");
        curl.setOnAction(event -> copy(model.curl()));
        Button again = icon(Icon.REFRESH, "traffic.resend");
        again.setId("resend");
        again.setOnAction(event -> resend());
        Off.join(again, model.lost());
        Button shut = icon(Icon.CLOSE, "traffic.close");
        shut.setOnAction(event -> close.run());
        MenuButton more = new MenuButton(null, new IconView(Icon.MORE));
        more.getStyleClass().addAll("flat", "icon-only");
        more.setAccessibleText(Texts.get("traffic.more"));
        MenuItem id = new MenuItem(Texts.get("traffic.copy-id"));
        id.setOnAction(event -> {
            Call call = model.callProperty().get();
            copy(call == null ? "" : call.id());
        });
        MenuItem newRoute = new MenuItem(Texts.get("traffic.new-route"));
        newRoute.setOnAction(event -> model.newRoute());
        openRoute.setOnAction(event -> {
            Call call = model.callProperty().get();
            if (call != null && call.route() != null) {
                model.ways().route(call.route());
            }
        });
        more.getItems().addAll(openRoute, newRoute, id);
        HBox header = new HBox(title, status, space, curl, again, more, shut);
        header.getStyleClass().add("detail-header");
        return header;
    }

    private void resend() {
        Call call = model.callProperty().get();
        if (call == null) {
            return;
        }
        if (!model.mustAsk()) {
            model.resend();
            return;
        }
        questions.ask(
                Texts.get("traffic.resend.ask", call.method()),
                Texts.get("traffic.resend.ask.words", call.method(), call.path()),
                Texts.get("traffic.resend.no"),
                Texts.get("traffic.resend.yes"),
                model::resend);
    }

    private void show(@Nullable Call call) {
        if (call == null) {
            return;
        }
        CallRow row = new CallRow(call);
        title.setText(call.method() + " " + call.path());
        title.setTooltip(new Tip(call.method() + " " + row.target()));
        status.statusProperty().set(row.fared());
        status.wordProperty().set(call.status() == 0 ? Texts.get("traffic.no-status") : row.status());
        openRoute.setDisable(call.route() == null);
        facts.clear();
        if (call.fault() != null) {
            facts.mono("traffic.fact.fault", call.fault());
            facts.text("traffic.fact.why", call.faultDetail() == null ? "" : call.faultDetail());
        }
        String route = call.route() == null ? "" : call.route();
        String upstream = call.upstream() == null ? "" : call.upstream();
        facts.mono("traffic.fact.time", Times.precise(call.time()))
                .mono("traffic.fact.url", row.target())
                .link("traffic.fact.route", route, () -> model.ways().route(route))
                .link("traffic.fact.upstream", upstream, () -> model.ways().upstream(upstream))
                .mono("traffic.fact.target", call.target() == null ? "" : call.target())
                .mono(
                        "traffic.fact.duration",
                        Texts.get("traffic.fact.attempts", Figures.milliseconds(call.durationMs()), call.attempts()))
                .mono(
                        "traffic.fact.size",
                        Texts.get(
                                "traffic.fact.bytes",
                                Figures.exact((double) call.requestBytes()),
                                Figures.exact((double) call.responseBytes())))
                .mono("traffic.fact.client", call.clientAddress())
                .link(
                        "traffic.fact.listener",
                        call.listener(),
                        () -> model.ways().listener(call.listener()))
                .link(
                        "traffic.fact.revision",
                        String.valueOf(call.revision()),
                        () -> model.ways().revision(call.revision()))
                .mono("traffic.fact.id", call.id())
                .mono("traffic.fact.request-id", call.requestId());
        waterfall.show(call);
        decisions(call);
    }

    private void decisions(Call call) {
        decided.getChildren().clear();
        for (Call.Step step : call.steps()) {
            decided.getChildren().add(new StepLine(step));
        }
        for (Call.Miss miss : call.misses()) {
            Label words = new Label(Reasons.change(miss));
            words.getStyleClass().add("wrapped");
            decided.getChildren().add(words);
        }
        if (decided.getChildren().isEmpty()) {
            Label none = new Label(
                    Texts.get(call.route() == null ? "traffic.decided.no-route" : "traffic.decided.no-policies"));
            none.getStyleClass().addAll("t-help", "wrapped");
            decided.getChildren().add(none);
        }
    }

    private static VBox section(String key, Node... nodes) {
        Label title = new Label(Texts.get(key));
        title.getStyleClass().add("t-section");
        VBox section = new VBox(title);
        section.getChildren().addAll(nodes);
        section.getStyleClass().addAll("detail-section", "gap-3");
        return section;
    }

    private static Button icon(Icon icon, String key) {
        Button button = new Button(null, new IconView(icon));
        button.getStyleClass().addAll("flat", "icon-only");
        button.setTooltip(new Tip(Texts.get(key)));
        button.setAccessibleText(Texts.get(key));
        return button;
    }

    static void copy(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }
}
