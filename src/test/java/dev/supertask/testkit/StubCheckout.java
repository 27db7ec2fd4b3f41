package dev.supertask.testkit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// A checkout with the real launcher in it, on a machine of its own: JDKs and a Maven that only say how they were
/// called, and a `PATH` with nothing else than what the launcher needs.
///
/// The one thing that differs from the real launcher is that the usual places lie under `machine`.
public final class StubCheckout {
    private static final List<String> TOOLS = List.of("sh", "find", "flock", "readlink", "mkdir", "cat",
            "touch",
            "sleep", "rm", "mv");

    private final Path machine;
    private final Path folder;
    private final Path bin;

    /// Lays out everything under a fresh folder, without any JDK.
    public StubCheckout(Path machine) throws IOException {
        this.machine = machine;
        folder = Files.createDirectories(machine.resolve("check out"));
        bin = Files.createDirectories(machine.resolve("bin"));
        for (String tool : TOOLS) {
            link(bin.resolve(tool), tool);
        }
        String launcher = Files.readString(Path.of(System.getProperty("supertask.launcher")));
        program(folder.resolve("supertask"),
                launcher.replaceAll("(?<=\\s)/(?=(usr|opt|Library)/)", machine + "/"));
        program(bin.resolve("mvn"), """
                #!/bin/sh
                # The launcher's call names the pom; the build is of the folder that holds it.
                while [ "$1" != -f ]; do shift; done
                cd "${2%/*}" || exit 1
                echo "$JAVA_HOME" >>builds
                [ ! -e broken ] || { echo '[ERROR] Foo.java:[1,1] broken'; exit 1; }
                while [ -e hold ]; do sleep 0.01; done
                mkdir -p target/dist/begun/supertask-1
                touch target/dist/begun/supertask-1/current target/dist/supertask-1.jar
                echo supertask-1.jar >target/dist/current
                """);
        Files.createDirectories(folder.resolve(".git"));
        Files.createDirectories(folder.resolve("src/build"));
        Files.createDirectories(folder.resolve("src/main"));
        Files.writeString(folder.resolve("src/main/Main.java"), "");
        Files.writeString(folder.resolve("pom.xml"), "");
    }

    /// The checkout.
    public Path folder() {
        return folder;
    }

    /// The only folder on the `PATH`.
    public Path bin() {
        return bin;
    }

    /// The user's home folder.
    public Path userHome() {
        return machine.resolve("home");
    }

    /// Puts a JDK at a place of this machine (`usr/lib/jvm/x`). Its `java` says its home, its process id and its
    /// arguments, a line each, and exits with 7.
    public Path jdk(String place, String version) throws IOException {
        Path home = machine.resolve(place);
        Files.createDirectories(home.resolve("bin"));
        Files.writeString(home.resolve("release"),
                "IMPLEMENTOR=\"Stub\"\nJAVA_VERSION=\"" + version + "\"\n");
        program(home.resolve("bin/java"), """
                #!/bin/sh
                echo started >>"${0%/bin/java}/started"
                printf '%s\\n' "${0%/bin/java}" "$$" "$@"
                exit 7
                """);
        program(home.resolve("bin/javac"), "#!/bin/sh\n");
        return home;
    }

    /// The launcher's words for a build, each the JDK that Maven was given.
    public List<String> builds() throws IOException {
        Path builds = folder.resolve("builds");
        return Files.exists(builds) ? Files.readAllLines(builds) : List.of();
    }

    /// Changes a file of the checkout as an editor would, a moment after everything that is there.
    public void edit(String file) throws IOException {
        Path path = folder.resolve(file);
        Files.writeString(path, "changed");
        Path begun = folder.resolve("target/dist/begun/supertask-1/current");
        Files.setLastModifiedTime(path,
                FileTime.from(Files.getLastModifiedTime(begun).toInstant().plus(Duration.ofMillis(1))));
    }

    /// Runs the launcher and waits for its end.
    public Result run(String... arguments) throws Exception {
        return run(Map.of(), folder, folder.resolve("supertask"), arguments);
    }

    /// Runs it with more in its environment, in another folder, by another path.
    public Result run(Map<String, String> env, Path directory, Path launcher, String... arguments)
            throws Exception {
        return start(env, directory, launcher, arguments).result();
    }

    /// Starts the launcher.
    public Started start(Map<String, String> env, Path directory, Path launcher, String... arguments)
            throws Exception {
        List<String> command = new ArrayList<>(List.of(launcher.toString()));
        command.addAll(List.of(arguments));
        Path out = Files.createTempFile(machine, "out", "");
        Path err = Files.createTempFile(machine, "err", "");
        ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile())
                .redirectOutput(out.toFile()).redirectError(err.toFile());
        builder.environment().clear();
        builder.environment().putAll(Map.of("PATH", bin.toString(), "HOME", userHome().toString()));
        builder.environment().putAll(env);
        return new Started(builder.start(), out, err);
    }

    /// Writes a file that can be executed.
    public static Path program(Path file, String text) throws IOException {
        Files.writeString(file, text);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static void link(Path link, String tool) throws IOException {
        for (String place : System.getenv("PATH").split(":", -1)) {
            if (Files.isExecutable(Path.of(place, tool))) {
                Files.createSymbolicLink(link, Path.of(place, tool));
                return;
            }
        }
    }

    /// A launcher that was started.
    public record Started(Process process, Path out, Path err) {
        /// What it has written to stderr up to now.
        public String errors() throws IOException {
            return Files.readString(err);
        }

        /// Waits for its end.
        public Result result() throws Exception {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("the launcher did not end: " + errors());
            }
            return new Result(process.pid(), process.exitValue(),
                    Files.readString(out, StandardCharsets.UTF_8),
                    errors());
        }
    }

    /// A launcher that has ended.
    public record Result(long pid, int exit, String out, String err) {
        /// The home of the JDK whose `java` it became.
        public String jdk() {
            return out.lines().findFirst().orElse("none: " + err);
        }
    }
}
