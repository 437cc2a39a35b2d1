package dev.gatehouse.app.screen;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.app.draft.ObjectKey;
import java.util.ArrayList;
import java.util.List;

/** Ways that lead nowhere and are noted. */
public final class NotedWays implements Ways {
    private final List<String> opened = new ArrayList<>();

    /** The ways that were taken, in order, such as {@code traffic route:orders}. */
    public List<String> opened() {
        return opened;
    }

    @Override
    public void traffic(String query) {
        opened.add("traffic " + query);
    }

    @Override
    public void call(String id) {
        opened.add("call " + id);
    }

    @Override
    public void route(String name) {
        opened.add("route " + name);
    }

    @Override
    public void newRoute(ObjectNode seed) {
        opened.add("new route " + seed);
    }

    @Override
    public void upstream(String name) {
        opened.add("upstream " + name);
    }

    @Override
    public void listener(String name) {
        opened.add("listener " + name);
    }

    @Override
    public void certificate(String name) {
        opened.add("certificate " + name);
    }

    @Override
    public void field(ObjectKey key, String pointer) {
        opened.add("field " + key + " " + pointer);
    }

    @Override
    public void revision(int number) {
        opened.add("revision " + number);
    }

    @Override
    public void events(String text) {
        opened.add("events " + text);
    }

    @Override
    public void gateway() {
        opened.add("gateway");
    }

    @Override
    public void review() {
        opened.add("review");
    }
}
