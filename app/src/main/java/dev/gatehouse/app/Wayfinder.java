package dev.gatehouse.app;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.app.draft.ObjectKey;
import dev.gatehouse.app.screen.Ways;
import dev.gatehouse.app.shell.Place;
import dev.gatehouse.app.shell.Places;
import dev.gatehouse.app.shell.Screen;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Leads from screen to screen. */
final class Wayfinder implements Ways {
    private final Places places;
    private final Consumer<ObjectNode> newRoutes;
    private final BiConsumer<ObjectKey, String> fields;
    private final Runnable review;

    /**
     * Ways through these places.
     *
     * @param newRoutes begins a route on the screen of routes
     * @param fields puts the focus into a field of the object that has just been opened
     * @param review opens the review
     */
    Wayfinder(Places places, Consumer<ObjectNode> newRoutes, BiConsumer<ObjectKey, String> fields, Runnable review) {
        this.places = places;
        this.newRoutes = newRoutes;
        this.fields = fields;
        this.review = review;
    }

    @Override
    public void traffic(String query) {
        places.open(new Place(Screen.TRAFFIC, "", query));
    }

    @Override
    public void call(String id) {
        places.open(new Place(Screen.TRAFFIC, id, ""));
    }

    @Override
    public void route(String name) {
        places.open(new Place(Screen.ROUTES, name, ""));
    }

    @Override
    public void newRoute(ObjectNode seed) {
        places.open(new Place(Screen.ROUTES, "", ""));
        newRoutes.accept(seed);
    }

    @Override
    public void upstream(String name) {
        places.open(new Place(Screen.UPSTREAMS, name, ""));
    }

    @Override
    public void listener(String name) {
        places.open(new Place(Screen.LISTENERS, name, ""));
    }

    @Override
    public void certificate(String name) {
        places.open(new Place(Screen.CERTIFICATES, name, ""));
    }

    @Override
    public void field(ObjectKey key, String pointer) {
        object(key);
        fields.accept(key, pointer);
    }

    @Override
    public void revision(int number) {
        places.open(new Place(Screen.CHANGES, String.valueOf(number), ""));
    }

    @Override
    public void events(String text) {
        places.open(new Place(Screen.EVENTS, "", text));
    }

    @Override
    public void gateway() {
        places.open(new Place(Screen.GATEWAY, "", ""));
    }

    @Override
    public void review() {
        review.run();
    }
}
