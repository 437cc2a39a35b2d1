package dev.gatehouse.engine.control;

import dev.gatehouse.engine.spec.Violation;
import java.util.List;

/** A request about the configuration that is not granted; nothing has changed. The message says why, in a sentence. */
public abstract sealed class Refused extends Exception {
    private static final long serialVersionUID = 1;

    private final String why;

    private Refused(String message) {
        super(message);
        why = message;
    }

    /** The message. */
    public String why() {
        return why;
    }

    /** The document would not be valid, or could not be prepared. */
    public static final class Invalid extends Refused {
        private static final long serialVersionUID = 1;

        private final transient List<Violation> violations;

        /** With everything that is wrong; at least one. */
        public Invalid(List<Violation> violations) {
            super("The configuration has " + violations.size()
                    + (violations.size() == 1 ? " violation." : " violations."));
            this.violations = List.copyOf(violations);
        }

        /** Everything that is wrong. */
        public List<Violation> violations() {
            return violations;
        }
    }

    /** The write is based on another state than the current one. */
    public static final class Stale extends Refused {
        private static final long serialVersionUID = 1;

        private final String current;

        /** With the current revision number or the object's current hash, empty if there is no such object. */
        public Stale(String current) {
            super("The current state is another than the one that the write is based on.");
            this.current = current;
        }

        /** The current revision number, or the object's hash; empty if there is no such object. */
        public String current() {
            return current;
        }
    }

    /** The write does not say what it is based on. */
    public static final class Unconditional extends Refused {
        private static final long serialVersionUID = 1;

        /** A write without a base. */
        public Unconditional() {
            super("The write does not say what it is based on.");
        }
    }

    /** There is no such revision or object. */
    public static final class NotFound extends Refused {
        private static final long serialVersionUID = 1;

        /** With a sentence about what there is not. */
        public NotFound(String message) {
            super(message);
        }
    }

    /** It does not fit the current state, such as confirming what is not provisional, or a patch that cannot be applied. */
    public static final class Unfit extends Refused {
        private static final long serialVersionUID = 1;

        /** With a sentence about why not. */
        public Unfit(String message) {
            super(message);
        }
    }

    /** The gateway is stopping and takes no more writes. */
    public static final class Stopping extends Refused {
        private static final long serialVersionUID = 1;

        /** A write that came too late. */
        public Stopping() {
            super("The gateway is stopping and takes no more changes. Send it again once it runs.");
        }
    }

    /** The write touches what belongs to somebody else. */
    public static final class Forbidden extends Refused {
        private static final long serialVersionUID = 1;

        /** With the owner for whom it was asked, and what is not the owner's. */
        Forbidden(String owner, String what) {
            super("Not " + owner + "'s to change: " + what + ". Leave it as it is, or ask who runs the gateway.");
        }
    }
}
