package dev.supertask.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.supertask.testkit.Engines;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Supertask in the hands of somebody who is not root: the JVM of [ForegroundMain] is started as nobody.
class OtherUsersTest {
    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

    private @TempDir Path folder;

    @BeforeEach
    void needsRootAndWhatNobodyMayRead() throws Exception {
        Engines.require("root", Powers.ofThisProcess().mayBecomeAnybody());
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
        assumeTrue(exitCode(asNobody(JAVA.toString(), "-cp", classes(), "-version").start()) == 0
                && exitCode(asNobody("test", "-r", classes().split(":", -1)[0]).start()) == 0,
                "nobody may read neither the JDK nor the classes");
    }

    @Test
    void goesOnWithoutThoseThatMayNotBeEnded() throws Exception {
        Path become = Files.copy(Path.of("/usr/bin/setpriv"), folder.resolve("become"));
        Files.setPosixFilePermissions(become, PosixFilePermissions.fromString("rwxr-xr-x"));
        assertEquals(0, exitCode(new ProcessBuilder("chmod", "u+s", become.toString()).start()));
        // Becomes root altogether, as what sudo(8) starts.
        Process process = foreground("/bin/sh", "-c",
                become + " --reuid=0 --clear-groups sh -c 'echo $$; exec sleep 60' & "
                        + "sleep 60 & wait");
        String pid = process.inputReader().readLine();
        assumeTrue(Files.readString(Path.of("/proc", pid, "status")).contains("Uid:\t0\t0\t0\t0\n"),
                "programs cannot become root here");

        process.toHandle().destroy();

        assertTrue(process.waitFor(30, TimeUnit.SECONDS));
        assertEquals(pid + "\nsupertask: process " + pid
                + " (sleep) goes on: it is another user's, and may not be stopped by this one\n",
                Files.readString(folder.resolve("log")));
        assertTrue(ProcessHandle.of(Long.parseLong(pid)).orElseThrow().destroyForcibly());
    }

    private Process foreground(String... words) throws IOException {
        List<String> command = new ArrayList<>(List.of(JAVA.toString(), "-Dkill=true",
                "--enable-native-access=ALL-UNNAMED", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp", classes(),
                ForegroundMain.class.getName(), folder.resolve("log").toString()));
        command.addAll(List.of(words));
        return asNobody(command.toArray(String[]::new)).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    }

    private ProcessBuilder asNobody(String... words) {
        List<String> command = new ArrayList<>(
                List.of("setsid", "--wait", "setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups"));
        command.addAll(List.of(words));
        return new ProcessBuilder(command).directory(folder.toFile());
    }

    // Its own; those of libraries are in the home folder of whoever builds.
    private static String classes() {
        return Stream.of(System.getProperty("java.class.path").split(":", -1)).filter(path -> !path.endsWith(".jar"))
                .collect(Collectors.joining(":"));
    }

    private static int exitCode(Process process) throws InterruptedException {
        assertTrue(process.waitFor(30, TimeUnit.SECONDS));
        return process.exitValue();
    }
}
