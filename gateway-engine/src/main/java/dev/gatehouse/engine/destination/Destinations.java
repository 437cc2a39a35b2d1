package dev.gatehouse.engine.destination;

import dev.gatehouse.engine.model.Destination;
import java.util.List;

/** The destinations that come with the gateway. */
public final class Destinations {
    /** The record of each kind, in the order in which forms and the reference show them. */
    public static final List<Class<? extends Destination>> BUILT_IN = List.of(
            UpstreamDestination.class, SplitDestination.class, RespondDestination.class, RedirectDestination.class);

    private Destinations() {}
}
