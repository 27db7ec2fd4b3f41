package dev.supertask.store;

/// The store could not do its work: the disk, the database, or a fault of ours.
public final class StoreException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /// What could not be done, and why.
    public StoreException(String message, Throwable cause) {
        super(message + ": " + cause.getMessage(), cause);
    }
}
