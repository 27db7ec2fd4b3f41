package dev.supertask.launch;

import dev.supertask.run.Outcome;

/// There is no command that a step could come down to.
public final class UnlaunchableException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Outcome.NotStarted outcome;

    UnlaunchableException(int status, String why) {
        super(why);
        this.outcome = new Outcome.NotStarted(status, why);
    }

    /// What becomes of the run.
    public Outcome.NotStarted outcome() {
        return outcome;
    }
}
