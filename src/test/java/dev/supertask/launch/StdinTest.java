package dev.supertask.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;

import dev.supertask.run.Outcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Text for a program's standard input, by every launcher.
class StdinTest {
    /// More than any pipe holds.
    private static final String LARGE = "grüße\n".repeat(200_000);

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
    void isReadThroughAKeeperToItsEnd() {
        try (Kept kept = new Kept(folder)) {
            reads(kept.launcher);
            leavesUnread(kept.launcher);
        }
    }

    @Test
    void isReadWithoutAKeeper() {
        try (PlainLauncher launcher = new PlainLauncher(InstantSource.fixed(Launches.NOW))) {
            reads(launcher);
            leavesUnread(launcher);
        }
    }

    @Test
    void isReadInThisProcess() {
        reads(launches.launcher);
        leavesUnread(launches.launcher);
    }

    @Test
    void isThereBehindWhatMakesReadyAnotherUser() {
        Launch launch = launches.shell("cat");
        Command plain = launch.command();
        Launch prepared = with(launch, new Command(plain.argv(), plain.env(), plain.workingDir(),
                List.of("/bin/sh", "-c", "umask 077; exec \"$@\"", "sh"), "one\n"));

        assertEquals(new Outcome.Exited(0), launches.run(prepared));
        assertEquals("one\n", Launches.output(prepared));
    }

    private void reads(Launcher launcher) {
        Launch large = reading(LARGE, "wc -c; echo over");
        Launch empty = reading("", "wc -c");

        assertEquals(new Outcome.Exited(0), run(launcher, large));
        assertEquals("1600000\nover\n", Launches.output(large).replace(" ", ""));
        assertEquals(new Outcome.Exited(0), run(launcher, empty));
        assertEquals("0\n", Launches.output(empty).replace(" ", ""));
    }

    private void leavesUnread(Launcher launcher) {
        Launch unread = reading(LARGE, "read -r line; echo \"$line\"; exit 3");

        assertEquals(new Outcome.Exited(3), run(launcher, unread));
        assertEquals("grüße\n", Launches.output(unread));
    }

    private Launch reading(String stdin, String text) {
        Launch launch = launches.shell(text);
        Command plain = launch.command();
        return with(launch, new Command(plain.argv(), plain.env(), plain.workingDir(), plain.prefix(), stdin));
    }

    private static Launch with(Launch launch, Command command) {
        return new Launch(launch.run(), launch.attempt(), command, launch.log());
    }

    private static Outcome run(Launcher launcher, Launch launch) {
        RecordingWatcher watcher = new RecordingWatcher();
        launcher.launch(launch, watcher);
        return watcher.outcome();
    }
}
