package dev.supertask.keeper;

/// A [Failure] on its way to whoever asked for the start.
final class FailureException extends Exception {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String why;

    FailureException(int status, String why) {
        super(why);
        this.status = status;
        this.why = why;
    }

    Failure failure() {
        return new Failure(status, why);
    }
}
