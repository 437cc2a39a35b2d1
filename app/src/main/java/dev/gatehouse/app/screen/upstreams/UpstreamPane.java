package dev.gatehouse.app.screen.upstreams;

import dev.gatehouse.app.chart.Figures;
import dev.gatehouse.app.chart.Ink;
import dev.gatehouse.app.chart.Measure;
import dev.gatehouse.app.chart.Series;
import dev.gatehouse.app.chart.TimeChart;
import dev.gatehouse.app.client.Discovery;
import dev.gatehouse.app.discovery.DiscoveryWords;
import dev.gatehouse.app.look.LiveScroll;
import dev.gatehouse.app.look.Status;
import dev.gatehouse.app.look.StatusChip;
import dev.gatehouse.app.look.StatusMark;
import dev.gatehouse.app.screen.object.ObjectForm;
import dev.gatehouse.app.screen.object.ObjectHead;
import dev.gatehouse.app.screen.object.ObjectTabs;
import dev.gatehouse.app.table.Facts;
import dev.gatehouse.app.text.Texts;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The upstream that is looked at, in full. */
final class UpstreamPane extends VBox {
    private final UpstreamsViewModel model;
    private final ObjectHead head;
    private final ObjectForm form;
    private final ObjectTabs tabs;
    private final StatusChip state = new StatusChip();
    private final Facts facts = new Facts();
    private final TargetLines configured;
    private final TargetLines found;
    private final VBox finding;
    private final Label source = new Label();
    private final Label times = new Label();
    private final Label problem = new Label();
    private final StatusMark failing = new StatusMark();
    private final TimeChart chart;

    UpstreamPane(UpstreamsViewModel model, Runnable close) {
        this.model = model;
        configured = new TargetLines(model);
        found = new TargetLines(model);
        form = new ObjectForm(model.session(), "upstreams");
        head = new ObjectHead(state, model.edits(), model::choose, close);
        chart = new TimeChart(
                Texts.get("upstreams.latency"),
                model.samples(),
                model.view(),
                Measure.LATENCY,
                List.of(
                        new Series(UpstreamsViewModel.P50, "chart.p50", Ink.P50, 1.5f),
                        new Series(UpstreamsViewModel.P95, "chart.p95", Ink.P95, 2),
                        new Series(UpstreamsViewModel.P99, "chart.p99", Ink.P99, 2)),
                false);
        chart.getStyleClass().add("detail-chart");
        source.getStyleClass().addAll("t-mono-strong", "wrapped");
        times.getStyleClass().addAll("fg-muted", "wrapped");
        model.foundProperty().subscribe(words -> show(times, words)); // moves on while the row stays as it is
        problem.getStyleClass().addAll("fg-warning", "wrapped");
        problem.setGraphic(failing);
        finding = section("upstreams.found", new VBox(source, times, problem, found));
        VBox body =
                new VBox(facts, section("upstreams.latency", chart), finding, section("upstreams.targets", configured));
        body.getStyleClass().addAll("detail-body", "gap-5");
        LiveScroll scroll = new LiveScroll(body);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("detail-scroll");
        getStyleClass().add("surface");
        tabs = new ObjectTabs(scroll, form);
        getChildren().addAll(head, tabs);
        model.chosenProperty().subscribe(this::show);
        model.edits().aim().follow(pointer -> {
            tabs.showSettings();
            form.edit(pointer);
        });
    }

    /** Says whether it is on show; a chart that is not draws nothing. */
    void setActive(boolean now) {
        chart.setActive(now);
    }

    private void show(@Nullable UpstreamRow row) {
        if (row == null) {
            return;
        }
        head.show(row.name(), row.change());
        form.show(row.name());
        state.statusProperty().set(row.status());
        state.wordProperty().set(row.state());
        facts.clear();
        facts.mono("upstreams.fact.rate", Figures.rate(row.pace().rate()))
                .mono("upstreams.fact.errors", Figures.percent(row.pace().errors()))
                .mono("upstreams.fact.in-flight", Figures.exact((double) row.inFlight()))
                .mono("upstreams.fact.pool", row.poolWords())
                .text("upstreams.fact.room", row.roomWords())
                .text("upstreams.fact.retries", row.retryWords())
                .text("upstreams.fact.circuit", row.circuitWords())
                .link(
                        "upstreams.fact.calls",
                        Texts.get("upstreams.fact.calls.open"),
                        () -> model.ways().traffic("upstream:" + row.name()));
        configured.show(row.configured());
        configured.getParent().setVisible(!row.configured().isEmpty());
        configured.getParent().setManaged(!row.configured().isEmpty());
        showFinding(row);
    }

    private void showFinding(UpstreamRow row) {
        String words = row.sourceWords();
        finding.setVisible(!words.isEmpty());
        finding.setManaged(!words.isEmpty());
        source.setText(words);
        Discovery live = row.discovery();
        failing.setStatus(live != null && live.found() == 0 ? Status.BAD : Status.ATTENTION);
        show(problem, live == null || live.problem() == null ? "" : DiscoveryWords.problem(live));
        found.show(row.found());
    }

    private static void show(Label label, String words) {
        label.setText(words);
        label.setVisible(!words.isEmpty());
        label.setManaged(!words.isEmpty());
    }

    private static VBox section(String key, Node node) {
        Label title = new Label(Texts.get(key));
        title.getStyleClass().add("t-section");
        VBox section = new VBox(title, node);
        section.getStyleClass().addAll("detail-section", "gap-3");
        return section;
    }

    /** Shows the settings of what is looked at. */
    void showSettings() {
        tabs.showSettings();
    }
}
