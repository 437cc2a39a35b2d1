package dev.gatehouse.app;

import dev.gatehouse.app.client.LiveFrame;
import dev.gatehouse.app.connection.Connection;
import dev.gatehouse.app.connection.Current;
import dev.gatehouse.app.local.EmbeddedEngine;
import dev.gatehouse.app.local.EngineState;
import dev.gatehouse.app.shell.Layers;
import dev.gatehouse.app.shell.Question;
import dev.gatehouse.app.text.Texts;

/** The way out of the program: asks where a gateway would stop with it, drains that off the FX thread, then ends. */
final class Leaving {
    private final EmbeddedEngine engine;
    private final Current current;
    private final Layers layers;
    private final Runnable quit;

    Leaving(EmbeddedEngine engine, Current current, Layers layers, Runnable quit) {
        this.engine = engine;
        this.current = current;
        this.layers = layers;
        this.quit = quit;
    }

    void begin() {
        if (!(engine.stateProperty().get() instanceof EngineState.Running)) {
            quit.run();
            return;
        }
        long calls = inFlight();
        String words = calls == 0 ? Texts.get("leaving.idle") : Texts.get("leaving.calls", calls);
        Question question =
                new Question(Texts.get("leaving.title"), words, Texts.get("leaving.stay"), Texts.get("leaving.leave"));
        question.onNo(layers::close);
        question.onYes(() -> {
            question.wait(Texts.get("leaving.draining"));
            engine.stateProperty().subscribe(state -> {
                if (state instanceof EngineState.Stopped || state instanceof EngineState.Failed) {
                    quit.run();
                }
            });
            engine.stop();
        });
        layers.dialog(question);
        question.focus();
    }

    private long inFlight() {
        Connection connection = current.get();
        LiveFrame frame = connection == null ? null : connection.live().latest();
        return frame == null ? 0 : frame.total().inFlight();
    }
}
