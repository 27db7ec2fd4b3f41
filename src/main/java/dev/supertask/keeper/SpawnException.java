package dev.supertask.keeper;

/// The kernel refused to start a process.
final class SpawnException extends Exception {
    private static final long serialVersionUID = 1L;

    private final int errno;

    SpawnException(int errno) {
        super(Posix.words(errno));
        this.errno = errno;
    }

    /// The error number, positive.
    int errno() {
        return errno;
    }
}
