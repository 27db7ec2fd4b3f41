package dev.supertask.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.supertask.run.Outcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessLauncherTest {
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
    void tellsTheExitCodeOfAProgram() {
        assertEquals(new Outcome.Exited(0), launches.run(launches.of("true")));
        assertEquals(new Outcome.Exited(7), launches.run(launches.shell("exit 7")));
        assertEquals(new Outcome.Exited(255), launches.run(launches.shell("exit 255")));
    }

    @Test
    void tellsTheSignalThatEndedAProgram() {
        assertEquals(new Outcome.Signalled(9), launches.run(launches.shell("kill -KILL $$")));
        assertEquals(new Outcome.Signalled(15), launches.run(launches.shell("kill -TERM $$")));
    }

    @Test
    void tellsInOrderWhatBecomesOfALaunch() {
        RecordingWatcher watcher = new RecordingWatcher();

        launches.launcher.launch(launches.of("echo", "hello"), watcher);
        watcher.outcome();

        assertEquals(List.of("started", "wrote", "ended"), watcher.calls);
    }

    @Test
    void appendsOutAndErrorsToOneLogInOrder() {
        Launch launch = launches.shell("echo one; echo two >&2; echo three");

        launches.run(launch);

        assertEquals("one\ntwo\nthree\n", Launches.output(launch));
    }

    @Test
    void makesTheLogOnTheFirstByteForItsOwnerOnly() throws IOException {
        Launch silent = launches.of("true");
        Launch loud = launches.of("echo", "hello");

        launches.run(silent);
        launches.run(loud);

        assertFalse(Files.exists(silent.log().resolveSibling("")));
        assertEquals("rw-------", permissions(loud.log()));
        assertEquals("rwx------", permissions(loud.log().resolveSibling("")));
    }

    @Test
    void keepsTenMegabytesByteForByte() throws Exception {
        Launch launch = launches.shell("head -c 10485760 /dev/urandom | tee copy");

        launches.run(launch);

        assertEquals(10_485_760, Files.size(launch.log()));
        assertEquals(digest(folder.resolve("copy")), digest(launch.log()));
    }

    @Test
    void startsEachAttemptOfARunOnce() {
        Launch launch = launches.of("echo", "hello");

        launches.run(launch);
        launches.launcher.launch(launch, new RecordingWatcher());
        launches.run(launches.of("true"));
        Launch second = new Launch(launch.run(), 2, launch.command(), launch.log());
        launches.run(second);

        assertEquals("hello\nhello\n", Launches.output(launch));
    }

    @Test
    void runsTwoHundredAtOnce() {
        List<Launch> all = IntStream.range(0, 200).mapToObj(i -> launches.shell("echo " + i + "; exit " + i))
                .toList();
        List<RecordingWatcher> watchers = all.stream().map(launch -> {
            RecordingWatcher watcher = new RecordingWatcher();
            launches.launcher.launch(launch, watcher);
            return watcher;
        }).toList();

        for (int i = 0; i < 200; i++) {
            assertEquals(new Outcome.Exited(i), watchers.get(i).outcome());
            assertEquals(i + "\n", Launches.output(all.get(i)));
        }
    }

    @Test
    void endsWithTheFirstProcessThoughAnotherHoldsTheOutput() {
        Launch launch = launches.shell("sleep 60 & echo $!; exit 3");

        assertEquals(new Outcome.Exited(3), launches.run(launch));

        long sleeper = Launches.pid(launch, 0);
        assertTrue(Launches.lives(sleeper));
        ProcessHandle.of(sleeper).ifPresent(ProcessHandle::destroyForcibly);
    }

    @Test
    void readsWhatAnotherProcessWritesWithinASecond() {
        Launch launch = launches.shell("(sleep 0.1; echo late) & echo early");

        launches.run(launch);

        assertEquals("early\nlate\n", Launches.output(launch));
    }

    @Test
    void leavesNoDescriptorBehind() throws IOException {
        launches.run(launches.of("echo", "warm"));
        long before = descriptors();

        List<RecordingWatcher> watchers = IntStream.range(0, 500).mapToObj(i -> {
            RecordingWatcher watcher = new RecordingWatcher();
            launches.launcher.launch(i % 3 == 0 ? launches.of("no-such-program") : launches.of("echo", "x"),
                    watcher);
            return watcher;
        }).toList();
        watchers.forEach(RecordingWatcher::outcome);

        // A class or a jar may be opened meanwhile, but nothing per run.
        assertTrue(descriptors() < before + 20, () -> "descriptors before: " + before);
    }

    @Test
    void leavesRunningWhatRunsWhenItIsClosed() {
        Launch launch = launches.shell("echo $$; exec sleep 60");
        RecordingWatcher watcher = launches.start(launch, 1);

        launches.launcher.close();

        assertFalse(watcher.hasEnded());
        assertTrue(Launches.lives(Launches.pid(launch, 0)));
        ProcessHandle.of(Launches.pid(launch, 0)).ifPresent(ProcessHandle::destroyForcibly);
    }

    @Test
    void handsTextOnAsUtf8() {
        Launch launch = launches.with(Map.of("GRUSS", "Grüße, 世界"), "/bin/sh", "-c",
                "printf '%s|%s' \"$1\" \"$GRUSS\"",
                "sh", "naïve \"quoted\"\nnext");

        launches.run(launch);

        assertEquals("naïve \"quoted\"\nnext|Grüße, 世界", Launches.output(launch));
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    private static String digest(Path file) throws Exception {
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    }

    private static long descriptors() throws IOException {
        try (Stream<Path> all = Files.list(Path.of("/proc/self/fd"))) {
            return all.count();
        }
    }
}
