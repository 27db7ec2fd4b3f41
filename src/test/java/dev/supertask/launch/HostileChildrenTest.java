package dev.supertask.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Programs that do what they can to outlive their run. None of them does, and none goes on for longer
/// than a minute where that fails.
@Timeout(60)
class HostileChildrenTest {
    private static final String DEAF = "$SIG{TERM} = 'IGNORE'; ";
    private static final String TELL = "$| = 1; print \"$$\\n\"; ";
    private static final String LAST = "sleep 60; exit";

    private @TempDir Path folder;
    private Launches launches;

    @BeforeEach
    void open() {
        launches = new Launches(folder);
    }

    @AfterEach
    void close() {
        launches.close();
    }

    @Test
    void endsOneThatLeavesTheGroup() {
        endsChild(DEAF + "setpgrp(0, 0); " + TELL + LAST);
    }

    @Test
    void endsOneThatLeavesTheSession() {
        endsChild(DEAF + "POSIX::setsid(); " + TELL + LAST);
    }

    @Test
    void endsADaemon() {
        endsChild(DEAF + "POSIX::setsid(); fork and exit; " + TELL + LAST);
    }

    @Test
    void endsADaemonWithoutAnEnvironment() {
        endsChild("POSIX::setsid(); fork and exit; " + TELL + "exec qw(env -i sleep 60)");
    }

    @Test
    void endsADaemonThatOverwritesItsEnvironmentByAnotherName() {
        endsChild(DEAF + "POSIX::setsid(); fork and exit; $0 = 'x' x 9999; " + TELL + LAST);
    }

    @Test
    void endsADaemonThatKeepsTheOutputOnAnotherDescriptorOnly() {
        endsChild("POSIX::setsid(); fork and exit; " + TELL
                + "exec '/bin/sh', '-c', 'exec env -i sleep 60 9>&1 >/dev/null 2>&1 </dev/null'");
    }

    @Test
    void endsAChildThatShedsAllButItsParent() {
        endsChild("POSIX::setsid(); " + TELL
                + "exec '/bin/sh', '-c', 'exec env -i sleep 60 >/dev/null 2>&1'");
    }

    @Test
    void endsWhoeverIsInTheSessionOfAnotherMember() {
        // The first of that session stays; the second sheds everything else and loses its parent.
        endsChild("POSIX::setsid(); fork or do { fork and exit; " + TELL
                + "exec '/bin/sh', '-c', 'exec env -i sleep 60 >/dev/null 2>&1' }; " + LAST);
    }

    @Test
    void endsAFamilyThatForksWhileItIsKilled() throws IOException {
        // Each of them has one more child every 5 ms: 200 times all told, for ten seconds at most.
        String bomb = DEAF + "sysopen my $f, 'count', 1025 or die; my $end = time + 10; " + TELL
                + "while (time < $end and -s 'count' < 200) { select undef, undef, undef, 0.005; "
                + "syswrite $f, 'x'; fork or POSIX::setsid() } sleep 60";
        Files.createFile(folder.resolve("count"));
        Launch launch = perl(bomb);
        RecordingWatcher watcher = launches.start(launch, 1);
        Launches.until(() -> size("count") >= 50);

        launches.launcher.stop(launch.run(), Duration.ZERO);
        watcher.outcome();

        assertEquals(List.of(), alive(launch));
    }

    @Test
    void endsOneThatIsAnotherProcessEachMoment() throws IOException {
        // A new process takes over all the time, in a session of its own, for twenty seconds at most.
        String comet = "my $end = time + 20; " + TELL
                + "while (time < $end) { fork and exit; POSIX::setsid() } open F, '>escaped'";
        Launch launch = perl("fork or do { " + comet + "}; " + LAST);
        RecordingWatcher watcher = launches.start(launch, 1);

        launches.launcher.stop(launch.run(), Duration.ZERO);
        watcher.outcome();

        assertEquals(List.of(), alive(launch));
    }

    @Test
    void harmsNobodyWhoStartedBefore() {
        Launch launch = launches.shell("echo ready; sleep 60");
        ProcessHandle bystander = bystander(launch);
        RecordingWatcher watcher = launches.start(launch, 1);

        launches.launcher.stop(launch.run(), Duration.ZERO);
        watcher.outcome();

        assertTrue(bystander.isAlive());
        bystander.destroyForcibly();
    }

    private void endsChild(String child) {
        Launch launch = perl("fork or do { " + child + " }; sleep 60");
        RecordingWatcher watcher = launches.start(launch, 1);
        long pid = Launches.pid(launch, 0);
        assertTrue(Launches.lives(pid));

        launches.launcher.stop(launch.run(), Duration.ofMillis(100));
        watcher.outcome();

        assertFalse(Launches.lives(pid));
    }

    private Launch perl(String text) {
        return launches.of("perl", "-MPOSIX", "-e", text);
    }

    // Carries the mark, although it is older than the run.
    private ProcessHandle bystander(Launch launch) {
        ProcessBuilder builder = new ProcessBuilder("sleep", "60");
        builder.environment().put("SUPERTASK_RUN_ID", launch.run().text());
        try {
            Process process = builder.start();
            // Starts are told apart by hundredths of a second.
            long deadline = System.nanoTime() + 30_000_000;
            Launches.until(() -> System.nanoTime() > deadline);
            return process.toHandle();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private long size(String file) {
        return folder.resolve(file).toFile().length();
    }

    // By the environment, which none of these has shed.
    private static List<String> alive(Launch launch) throws IOException {
        try (Stream<Path> all = Files.list(Path.of("/proc"))) {
            return all.map(path -> path.getFileName().toString()).filter(name -> name.matches("\\d+"))
                    .filter(pid -> environment(pid).contains(launch.run().text()))
                    .filter(pid -> Launches.lives(Long.parseLong(pid))).toList();
        }
    }

    private static String environment(String pid) {
        try {
            return Files.readString(Path.of("/proc", pid, "environ"), StandardCharsets.ISO_8859_1);
        } catch (IOException gone) {
            return "";
        }
    }
}
