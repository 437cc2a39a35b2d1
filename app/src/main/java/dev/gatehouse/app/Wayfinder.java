package dev.gatehouse.app;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.app.screen.Ways;
import dev.gatehouse.app.shell.Place;
import dev.gatehouse.app.shell.Places;
import dev.gatehouse.app.shell.Screen;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Leads from screen to screen. */
final class Wayfinder implements Ways {
    private final Places places;
    private final Consumer<ObjectNode> newRoutes;

    /**
     * Ways through these places.
     *
     * @param newRoutes begins a route on the screen of routes
     */
    Wayfinder(Places places, Consumer<ObjectNode> newRoutes) {
        this.places = places;
        this.newRoutes = newRoutes;
    private final Runnable review;

    Wayfinder(Places places, Runnable review) {
        this.places = places;
        this.review = review;
    }

    @Override
    public void traffic(String query) {
        open("TRAFFIC", "", query);
    }

    @Override
    public void call(String id) {
        open("TRAFFIC", id, "");
    }

    @Override
    public void route(String name) {
        open("ROUTES", name, "");
    }

    @Override
    public void newRoute(ObjectNode seed) {
        open("ROUTES", "", "");
        newRoutes.accept(seed);
    }

    @Override
    public void upstream(String name) {
        open("UPSTREAMS", name, "");
    }

    @Override
    public void listener(String name) {
        open("LISTENERS", name, "");
    }

    @Override
    public void revision(int number) {
        open("CHANGES", String.valueOf(number), "");
    }

    @Override
    public void review() {
        review.run();
    }

    /** Screens come one by one; a way to one that is not there yet leads nowhere. */
    private void open(String screen, String selection, String filter) {
        Stream.of(Screen.values())
                .filter(each -> each.name().equals(screen))
                .forEach(each -> places.open(new Place(each, selection, filter)));
    }
}
