package dev.supertask.request.errand;

/// A request failed, for a reason that becomes the reason of its run.
public final class FailedException extends Exception {
    private static final long serialVersionUID = 1L;

    /// @param reason on one line, for the person who must act
    public FailedException(String reason) {
        super(reason);
    }

    /// @param cause what it comes from, for a debugger
    public FailedException(String reason, Throwable cause) {
        super(reason, cause);
    }

    /// The reason.
    public String reason() {
        return String.valueOf(getMessage());
    }
}
