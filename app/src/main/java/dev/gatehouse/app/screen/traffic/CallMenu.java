package dev.gatehouse.app.screen.traffic;

import dev.gatehouse.app.client.Call;
import dev.gatehouse.app.look.Icon;
import dev.gatehouse.app.look.IconView;
import dev.gatehouse.app.text.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.jspecify.annotations.Nullable;

/** What a row's menu offers. */
final class CallMenu {
    private final TrafficViewModel model;
    private final CallRow row;

    CallMenu(TrafficViewModel model, CallRow row) {
        this.model = model;
        this.row = row;
    }

    List<MenuItem> items() {
        Call call = row.call();
        List<MenuItem> items = new ArrayList<>();
        String route = call.route();
        if (route != null) {
            items.add(item(
                    "traffic.open-route", Icon.ROUTE, () -> model.call().ways().route(route)));
        }
        items.add(item("traffic.new-route", Icon.ADD, () -> model.call().ways().newRoute(CallModel.seed(call))));
        items.add(item("traffic.curl", Icon.COPY, () -> CallPane.copy(Curl.of(call))));
        items.add(item("traffic.copy-id", Icon.COPY, () -> CallPane.copy(call.id())));
        items.add(new SeparatorMenuItem());
        items.add(only("status:" + call.status()));
        only(items, "route", route);
        only(items, "upstream", call.upstream());
        only(items, "fault", call.fault());
        only(items, "path", call.path());
        only(items, "client", call.clientAddress());
        return items;
    }

    private void only(List<MenuItem> items, String field, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            // Quotes take blanks, stars and hyphens as they are.
            boolean plain = value.matches("[A-Za-z0-9_./:][A-Za-z0-9_./:-]*");
            items.add(only(field + ":" + (plain ? value : '"' + value + '"')));
        }
    }

    private MenuItem only(String term) {
        MenuItem item = new MenuItem(Texts.get("traffic.only", term), new IconView(Icon.FILTER));
        // A path may hold an underscore, which a menu would take for a mark of its own.
        item.setMnemonicParsing(false);
        item.setOnAction(event -> model.narrow(term));
        return item;
    }

    private static MenuItem item(String key, Icon icon, Runnable action) {
        MenuItem item = new MenuItem(Texts.get(key), new IconView(icon));
        item.setOnAction(event -> action.run());
        return item;
    }
}
