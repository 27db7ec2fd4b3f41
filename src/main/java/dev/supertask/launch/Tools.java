package dev.supertask.launch;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Programs of the system, where systems have them: nothing that a `PATH` could put in their place.
final class Tools {
    private static final List<String> FOLDERS = List.of("/usr/bin", "/bin", "/usr/sbin", "/sbin",
            "/run/current-system/sw/bin");

    private Tools() {}

    static Optional<String> path(String name) {
        return FOLDERS.stream().map(folder -> Path.of(folder, name)).filter(Files::isExecutable)
                .map(Path::toString).findFirst();
    }
}
