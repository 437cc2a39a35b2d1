package dev.gatehouse.engine.exchange;

import dev.gatehouse.engine.model.Step;

/** A configured policy: the record that a document is bound to, which makes the handler that does the work. */
public interface Policy extends Step {
    /** The name under which its steps are reported: the step's own name, else its type. */
    String label();

    /**
     * Makes the handler; called once at compile time. The handler serves all event loops at once.
     *
     * @param secrets has the values of the secrets to which the settings refer
     * @throws SecretMissing if one of them cannot be had
     */
    StepHandler open(SecretValues secrets) throws SecretMissing;
}
