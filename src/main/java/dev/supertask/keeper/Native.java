package dev.supertask.keeper;

import java.util.Optional;

/// Whether this system has what a keeper is built on: `posix_spawn` with glibc's additions, process
/// descriptors (Linux 5.3), and leave to call the C library.
public final class Native {
    /// A system property; `off` makes this system one that has nothing of it.
    public static final String PROPERTY = "supertask.native";

    private Native() {}

    /// What it does not have, in words; empty where nothing is missing.
    public static Optional<String> missing() {
        if ("off".equals(System.getProperty(PROPERTY))) {
            return Optional.of("switched off by -D" + PROPERTY + "=off");
        }
        if (!System.getProperty("os.name").equals("Linux")) {
            return Optional.of("this system is no Linux");
        }
        try {
            Spawner.link();
            int descriptor = Posix.openProcess((int) ProcessHandle.current().pid());
            if (descriptor < 0) {
                return Optional.of("pidfd_open: " + Posix.words(-descriptor));
            }
            Posix.close(descriptor);
            return Optional.empty();
        } catch (LinkageError | IllegalStateException | IllegalCallerException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            return Optional.of("the C library lacks " + cause.getMessage());
        }
    }
}
