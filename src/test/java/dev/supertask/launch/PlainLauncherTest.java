package dev.supertask.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

import dev.supertask.job.Limits;
import dev.supertask.job.ProcessSettings;
import dev.supertask.keeper.KeeperFiles;
import dev.supertask.keeper.Native;
import dev.supertask.run.Outcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is left where there is no keeper.
class PlainLauncherTest {
    private @TempDir Path folder;
    private final PlainLauncher launcher = new PlainLauncher(InstantSource.fixed(Launches.NOW));

    @AfterEach
    void close() {
        launcher.close();
    }

    @Test
    void isChosenWhereTheSystemLacksWhatAKeeperNeedsAndSaysSo() {
        List<String> notices = new ArrayList<>();
        System.setProperty(Native.PROPERTY, "off");
        try (Launcher chosen = Launchers.open(new KeeperFiles(folder.resolve("s"), folder.resolve("j")),
                InstantSource.fixed(Launches.NOW), Duration.ZERO, notices::add)) {
            assertInstanceOf(PlainLauncher.class, chosen);
        } finally {
            System.clearProperty(Native.PROPERTY);
        }

        assertEquals(List.of("runs will not survive this process, nor can all their descendants be found: switched "
                + "off by -Dsupertask.native=off · see \"supertask doctor\""), notices);
    }

    @Test
    void keepsWhatIsWrittenAndTellsTheExitCode() {
        try (Launches launches = new Launches(folder)) {
            Launch launch = launches.shell("echo one; echo two >&2; exit 7");

            RecordingWatcher watcher = launch(launch);

            assertEquals(new Outcome.Exited(7), watcher.outcome());
            assertEquals("one\ntwo\n", Launches.output(launch));
            assertEquals("started", watcher.calls.getFirst());
        }
    }

    @Test
    void makesReadyWhatAProgramRunsIn() throws UnlaunchableException {
        ProcessSettings settings = new ProcessSettings(null, null, 0027, null, Limits.NONE);
        try (Launches launches = new Launches(folder)) {
            Launch launch = launches.as(settings, "umask");

            assertEquals(new Outcome.Exited(0), launch(launch).outcome());
            assertEquals("0027\n", Launches.output(launch));
        }
    }

    @Test
    void saysWhatCouldNotBeStarted() {
        try (Launches launches = new Launches(folder)) {
            assertEquals(new Outcome.NotStarted(127, "no program \"no-such-program\""),
                    launch(launches.of("no-such-program")).outcome());
            assertEquals(126, launch(launches.in(folder.resolve("nowhere"), "true")).outcome().exitCode());
        }
    }

    @Test
    void endsARunWithItsDescendants() {
        try (Launches launches = new Launches(folder)) {
            Launch launch = launches.shell("trap '' TERM; sh -c 'echo $$; while :; do sleep 0.01; done' & wait; wait");
            RecordingWatcher watcher = Launches.start(launcher, launch, 1);

            launcher.stop(launch.run(), Duration.ofMillis(100));

            assertEquals(137, watcher.outcome().exitCode());
            Launches.until(() -> !Launches.lives(Launches.pid(launch, 0)));
            assertFalse(Launches.lives(watcher.pid.join()));
            assertTrue(watcher.hasEnded());
        }
    }

    private RecordingWatcher launch(Launch launch) {
        RecordingWatcher watcher = new RecordingWatcher();
        launcher.launch(launch, watcher);
        return watcher;
    }
}
