package dev.gatehouse.app.screen.welcome;

import dev.gatehouse.app.profile.Profile;
import java.util.concurrent.CompletionStage;

/**
 * Opens gateways for the console. The work is done off the FX thread; a stage completes on any thread, when the gateway
 * answers, or fails with {@link OpeningFailed}.
 */
public interface Gateways {
    /** Starts the demo: a gateway in this process, with sample origins and traffic. */
    CompletionStage<Void> startDemo();

    /** Starts the gateway in this process, on its own configuration. */
    CompletionStage<Void> startEmbedded();

    /** Connects to a gateway that runs already. */
    CompletionStage<Void> connect(Profile profile, String token);

    /** Gives up what is being opened; its stage fails with {@link java.util.concurrent.CancellationException}. */
    void cancel();
}
