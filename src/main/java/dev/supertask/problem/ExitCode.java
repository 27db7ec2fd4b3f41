package dev.supertask.problem;

/// What the program's exit status means; fixed by the design, so that scripts can rely on it.
public enum ExitCode {
    /// All that was asked for was done.
    GOOD(0),
    /// The thing asked for failed: a run that did not succeed, a name that does not exist.
    FAILED(1),
    /// Wrong usage, or a text with mistakes: nothing was stored and nothing was started.
    MISTAKE(2),
    /// A fault of Supertask itself (`EX_SOFTWARE` of sysexits.h).
    BUG(70),
    /// Ended by SIGINT.
    INTERRUPTED(130),
    /// Ended by SIGTERM.
    TERMINATED(143);

    private final int status;

    ExitCode(int status) {
        this.status = status;
    }

    /// The number that the process exits with.
    public int status() {
        return status;
    }
}
