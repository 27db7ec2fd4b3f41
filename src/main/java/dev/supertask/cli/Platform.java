package dev.supertask.cli;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// The machine that this runs on; §2 of the design says which ones are promised.
///
/// @param java the version of Java
/// @param system the operating system
/// @param processor its architecture
/// @param musl whether its C library is musl
record Platform(String java, String system, String processor, boolean musl) {
    private static final Set<String> PROMISED = Set.of("amd64", "x86_64", "aarch64");

    static Platform current() {
        return new Platform(System.getProperty("java.version"), System.getProperty("os.name"),
                System.getProperty("os.arch"), hasMusl(Path.of("/lib")));
    }

    List<Finding> findings() {
        return List.of(Finding.ok("java", java), platform());
    }

    private Finding platform() {
        String words = system + " " + processor;
        if (system.toLowerCase(Locale.ROOT).startsWith("windows")) {
            return Finding.problem("platform", words + " is not supported", "run it on Linux, or in WSL");
        }
        if (!system.equals("Linux") || musl || !PROMISED.contains(processor)) {
            return Finding.warning("platform", words + (musl ? " with musl" : "")
                    + " runs jobs by Java's own means: a job's descendants may outlive its stop",
                    "Linux on x86-64 or arm64 with glibc is what is promised");
        }
        return Finding.ok("platform", words);
    }

    private static boolean hasMusl(Path folder) {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (DirectoryStream<Path> loaders = Files.newDirectoryStream(folder, "ld-musl-*")) {
            return loaders.iterator().hasNext() && !Files.exists(folder.resolve("x86_64-linux-gnu"));
        } catch (IOException e) {
            return false;
        }
    }
}
