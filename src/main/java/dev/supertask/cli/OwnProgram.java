package dev.supertask.cli;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Optional;
import java.util.stream.Stream;

/// The file by which this program is started: the launcher above the jar that it lives in.
final class OwnProgram {
    private static final int FOLDERS_ABOVE = 4;

    private OwnProgram() {}

    /// Its absolute path; empty where this process was started in another way.
    static Optional<Path> path() {
        return source().flatMap(jar -> Stream.iterate(jar, folder -> folder != null, Path::getParent)
                .limit(FOLDERS_ABOVE).map(folder -> folder.resolve("supertask"))
                .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file)).findFirst());
    }

    private static Optional<Path> source() {
        CodeSource code = OwnProgram.class.getProtectionDomain().getCodeSource();
        try {
            return code == null
                    ? Optional.empty()
                    : Optional.ofNullable(Path.of(code.getLocation().toURI()).toAbsolutePath().getParent());
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
