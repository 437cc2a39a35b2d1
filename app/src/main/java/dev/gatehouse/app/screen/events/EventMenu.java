package dev.gatehouse.app.screen.events;

import dev.gatehouse.app.client.GatewayEvent;
import dev.gatehouse.app.look.Icon;
import dev.gatehouse.app.look.IconView;
import dev.gatehouse.app.text.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

/** What can be done with an event. */
final class EventMenu {
    private final EventsViewModel model;
    private final GatewayEvent event;

    EventMenu(EventsViewModel model, GatewayEvent event) {
        this.model = model;
        this.event = event;
    }

    List<MenuItem> items() {
        List<MenuItem> items = new ArrayList<>();
        if (EventLeads.leads(event)) {
            items.add(item(
                    Texts.get("events.open", EventLeads.words(event)),
                    Icon.FORWARD,
                    () -> model.event().leads().open(event)));
        }
        items.add(item(
                Texts.get("events.traffic"),
                Icon.TRAFFIC,
                () -> model.event().leads().traffic(event)));
        items.add(item(
                Texts.get("events.only"),
                Icon.FILTER,
                () -> model.filters()
                        .only(event.object().kind() + ":" + event.object().name())));
        items.add(new SeparatorMenuItem());
        items.add(item(Texts.get("events.copy.text"), Icon.COPY, () -> copy(EventModel.text(event))));
        items.add(item(Texts.get("events.copy.json"), Icon.COPY, () -> copy(event.json())));
        return items;
    }

    private static MenuItem item(String words, Icon icon, Runnable action) {
        MenuItem item = new MenuItem(words, new IconView(icon));
        // A name may hold an underscore, which a menu would take for a mark of its own.
        item.setMnemonicParsing(false);
        item.setOnAction(chosen -> action.run());
        return item;
    }

    static void copy(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }
}
