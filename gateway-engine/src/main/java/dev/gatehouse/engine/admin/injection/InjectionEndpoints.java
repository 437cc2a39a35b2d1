package dev.gatehouse.engine.admin.injection;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.engine.admin.config.Administrator;
import dev.gatehouse.engine.admin.config.Writes;
import dev.gatehouse.engine.admin.endpoint.Bodies;
import dev.gatehouse.engine.admin.endpoint.Endpoint;
import dev.gatehouse.engine.admin.endpoint.Problem;
import dev.gatehouse.engine.admin.endpoint.Refusal;
import dev.gatehouse.engine.admin.endpoint.Shape;
import dev.gatehouse.engine.control.FaultInjections;
import dev.gatehouse.engine.injection.Injection;
import dev.gatehouse.engine.spec.Durations;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.List;

/** {@code /injections}: starts, lists and ends injected faults. They are no configuration: a restart has none. */
public final class InjectionEndpoints {
    private static final Shape WANTED = Shape.object("InjectionWanted")
            .with("route", Shape.text().about("The route's full name."))
            .may("delay", Shape.text().about("How long a request waits, 1ms to 5m."))
            .may("abort", Shape.integer().about("The status it is answered with then, 400 to 599."))
            .may("share", Shape.text().about("Of the route's requests, 1% to 100%; 100% without."))
            .may("for", Shape.text().about("How long it goes on, 1s to 1d; 5m without."));

    private static final Shape INJECTION = Shape.object("Injection")
            .with("id", Shape.text())
            .with("route", Shape.text())
            .may("delay", Shape.text())
            .may("abort", Shape.integer())
            .with("share", Shape.text())
            .with("startedAt", Shape.time())
            .with("endsAt", Shape.time())
            .with("author", Shape.text())
            .with("hits", Shape.integer().about("Requests that have met it."));

    private final FaultInjections faults;

    /** The endpoints. */
    public InjectionEndpoints(FaultInjections faults) {
        this.faults = faults;
    }

    /** The declarations. */
    public List<Endpoint> all() {
        return List.of(
                Endpoint.get("/injections", "Lists the faults that are injected now, the oldest first.")
                        .answers(200, "All of them.", Shape.page("InjectionPage", INJECTION))
                        .by(this::list),
                Endpoint.post("/injections", "Injects a fault into a share of a route's requests, for a time.")
                        .takes("What is injected: a delay, an abort or both.", WANTED)
                        .answers(201, "It has begun.", INJECTION)
                        .by(this::start),
                Endpoint.delete("/injections/{id}", "Ends an injected fault before its time.")
                        .in("id", Shape.text(), "The injection's id.")
                        .answers(204, "It has ended.")
                        .by(this::end));
    }

    private void list(Context ctx) {
        ObjectNode page = JsonNodeFactory.instance.objectNode();
        ArrayNode items = page.putArray("items");
        faults.all().forEach(one -> items.add(json(one)));
        page.putNull("next");
        Bodies.answer(ctx, 200, page);
    }

    private void start(Context ctx) {
        Injection.Terms terms = WantedTerms.read(Bodies.object(ctx));
        Bodies.answer(ctx, 201, json(Writes.attempt(() -> faults.start(terms, Administrator.NAME))));
    }

    private void end(Context ctx) {
        String id = ctx.pathParam("id");
        if (!faults.end(id, Administrator.NAME)) {
            throw new Refusal(
                    Problem.NOT_FOUND,
                    "There is no injection " + id + ": its time was over, somebody ended it, or its route is gone.");
        }
        ctx.status(204);
    }

    private static ObjectNode json(Injection one) {
        Injection.Terms terms = one.terms();
        Duration delay = terms.delay();
        ObjectNode json =
                JsonNodeFactory.instance.objectNode().put("id", one.id()).put("route", terms.route());
        if (delay != null) {
            json.put("delay", Durations.print(delay));
        }
        if (terms.abort() != null) {
            json.put("abort", terms.abort());
        }
        return json.put("share", terms.percent() + "%")
                .put("startedAt", one.startedAt().toString())
                .put("endsAt", one.endsAt().toString())
                .put("author", one.author())
                .put("hits", one.hits());
    }
}
