package dev.gatehouse.app.screen.events;

import dev.gatehouse.app.chart.Figures;
import dev.gatehouse.app.client.GatewayEvent;
import dev.gatehouse.app.client.Revision;
import dev.gatehouse.app.look.Icon;
import dev.gatehouse.app.look.IconView;
import dev.gatehouse.app.look.StatusChip;
import dev.gatehouse.app.look.Tip;
import dev.gatehouse.app.table.Facts;
import dev.gatehouse.app.table.Times;
import dev.gatehouse.app.text.Ages;
import dev.gatehouse.app.text.Texts;
import java.time.Duration;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The event that is looked at, in full. */
final class EventPane extends VBox {
    private final EventsViewModel model;
    private final Label title = new Label();
    private final StatusChip severity = new StatusChip();
    private final MenuButton copy = new MenuButton(null, new IconView(Icon.MORE));
    private final Label message = new Label();
    private final Facts facts = new Facts();
    private final Label means = new Label();
    private final VBox meaning = section("events.section.means", means);
    private final VBox around = new VBox();

    EventPane(EventsViewModel model, Runnable close) {
        this.model = model;
        message.getStyleClass().add("paragraph");
        means.getStyleClass().add("paragraph");
        around.getStyleClass().add("gap-2");
        VBox body = new VBox(message, facts, meaning, section("events.section.around", around));
        body.getStyleClass().addAll("detail-body", "gap-5");
        ScrollPane scroll = new ScrollPane(body);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("detail-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getStyleClass().add("surface");
        getChildren().addAll(header(close), scroll);
        model.event().seenProperty().subscribe(seen -> show());
        model.event().revisionProperty().subscribe(read -> show());
        model.event().unreadProperty().subscribe(why -> show());
    }

    private Node header(Runnable close) {
        title.getStyleClass().addAll("t-section", "detail-title");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        copy.getStyleClass().addAll("flat", "icon-only");
        copy.setTooltip(new Tip(Texts.get("events.copy")));
        copy.setAccessibleText(Texts.get("events.copy"));
        Button shut = new Button(null, new IconView(Icon.CLOSE));
        shut.getStyleClass().addAll("flat", "icon-only");
        shut.setTooltip(new Tip(Texts.get("events.close")));
        shut.setAccessibleText(Texts.get("events.close"));
        shut.setOnAction(event -> close.run());
        HBox header = new HBox(title, severity, space, copy, shut);
        header.getStyleClass().add("detail-header");
        return header;
    }

    private void show() {
        EventModel.Seen seen = model.event().seenProperty().get();
        if (seen == null) {
            return;
        }
        GatewayEvent event = seen.event();
        Severity weight = Severity.of(event);
        title.setText(EventKind.title(event));
        severity.statusProperty().set(weight.status());
        severity.wordProperty().set(weight.word());
        copy.getItems().setAll(new EventMenu(model, event).items());
        message.setText(event.message());
        fill(seen, event);
        String words = EventKind.means(event);
        means.setText(words);
        meaning.setVisible(!words.isEmpty());
        meaning.setManaged(!words.isEmpty());
        around(seen);
    }

    private void fill(EventModel.Seen seen, GatewayEvent event) {
        EventLeads leads = model.event().leads();
        facts.clear();
        facts.mono("events.fact.time", Times.precise(event.time()));
        if (EventLeads.leads(event)) {
            facts.link("events.fact.object", EventLeads.words(event), () -> leads.open(event));
        } else {
            facts.text("events.fact.object", EventLeads.words(event));
        }
        if (!event.reason().isEmpty()) {
            facts.text("events.fact.reason", event.reason());
        }
        int times = seen.events().size();
        if (times > 1) {
            facts.text(
                    "events.fact.times",
                    Texts.get(
                            "events.fact.times.words",
                            Figures.exact(times),
                            Times.clock(seen.events().getLast().time())));
        }
        Integer number = seen.revision();
        if (number != null && !event.object().kind().equals("revision")) {
            facts.link("events.fact.revision", String.valueOf(number), () -> leads.revision(number));
        }
        facts.link("events.fact.traffic", Texts.get("events.traffic"), () -> leads.traffic(event));
        Revision applied = model.event().revisionProperty().get();
        if (applied != null) {
            Integer parent = applied.parent();
            facts.text("events.fact.author", applied.author())
                    .text(
                            "events.fact.said",
                            applied.message().isEmpty() ? Texts.get("events.fact.nobody") : applied.message())
                    .link(
                            "events.fact.replaced",
                            parent == null ? "" : Texts.get("events.object.revision", parent),
                            () -> leads.revision(parent == null ? 0 : parent));
        }
        String unread = model.event().unreadProperty().get();
        if (!unread.isEmpty()) {
            facts.text("events.fact.author", unread);
        }
    }

    private void around(EventModel.Seen seen) {
        around.getChildren().clear();
        GatewayEvent event = seen.event();
        other(seen.after(), event, "events.around.after");
        other(seen.before(), event, "events.around.before");
        if (around.getChildren().isEmpty()) {
            Label none = new Label(Texts.get("events.around.none"));
            none.getStyleClass().add("t-help");
            around.getChildren().add(none);
        }
    }

    private void other(@Nullable GatewayEvent other, GatewayEvent event, String key) {
        if (other != null) {
            String age = Ages.words(Duration.between(event.time(), other.time()).abs());
            Hyperlink link = new Hyperlink(Texts.get(key, age, EventKind.title(other)));
            link.setTooltip(new Tip(other.message()));
            link.setOnAction(clicked -> model.look(other));
            around.getChildren().add(link);
        }
    }

    private static VBox section(String key, Node node) {
        Label title = new Label(Texts.get(key));
        title.getStyleClass().add("t-section");
        VBox section = new VBox(title, node);
        section.getStyleClass().addAll("detail-section", "gap-3");
        return section;
    }
}
