package dev.supertask.cli;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Looks for what jobs may need on `PATH`.
final class Interpreters {
    private Interpreters() {}

    static List<Finding> findings(World world) {
        Finding shell = find(world, "sh").map(path -> Finding.ok("sh", path.toString()))
                .orElseGet(() -> Finding.problem("sh", "not on PATH",
                        "jobs with \"run\" need it: add its folder to PATH"));
        return Stream.concat(Stream.of(shell), Stream.of("python3", "node", "docker").map(name -> Finding.ok(
                name,
                find(world, name).map(Path::toString).orElse("not on PATH; only jobs that use it need it"))))
                .toList();
    }

    private static Optional<Path> find(World world, String name) {
        return Arrays.stream(world.variable("PATH").split(File.pathSeparator, -1))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> world.resolve(folder).resolve(name))
                .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file)).findFirst();
    }
}
