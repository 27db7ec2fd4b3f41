package dev.supertask.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

import dev.supertask.run.Outcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StopTest {
    private static final Duration LONG = Duration.ofMinutes(5);
    private static final Duration SHORT = Duration.ofMillis(100);

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
    void asksFirst() {
        Launch launch = launches
                .shell("trap 'echo bye; exit 4' TERM; echo ready; while :; do sleep 0.01; done");
        RecordingWatcher watcher = launches.start(launch, 1);

        launches.launcher.stop(launch.run(), LONG);

        assertEquals(new Outcome.Exited(4), watcher.outcome());
        assertTrue(Launches.output(launch).endsWith("bye\n"));
    }

    @Test
    void asksTheWholeGroup() {
        Launch launch = launches.shell("sleep 60 & echo $!; wait");
        RecordingWatcher watcher = launches.start(launch, 1);

        launches.launcher.stop(launch.run(), LONG);

        assertEquals(new Outcome.Signalled(15), watcher.outcome());
        assertFalse(Launches.lives(Launches.pid(launch, 0)));
    }

    @Test
    void killsAFamilyThatDoesNotListen() {
        Launch launch = launches
                .shell("trap '' TERM; (sh -c 'sleep 60 & echo $!; echo $$; wait; :') & wait; wait");
        RecordingWatcher watcher = launches.start(launch, 2);

        launches.launcher.stop(launch.run(), SHORT);

        assertEquals(new Outcome.Signalled(9), watcher.outcome());
        assertFalse(Launches.lives(Launches.pid(launch, 0)));
        assertFalse(Launches.lives(Launches.pid(launch, 1)));
    }

    @Test
    void killsWhoOutlivesTheFirstProcess() {
        Launch launch = launches
                .shell("sh -c 'trap \"\" TERM; echo $$; while :; do sleep 0.01; done' & wait");
        RecordingWatcher watcher = launches.start(launch, 1);

        launches.launcher.stop(launch.run(), SHORT);

        assertEquals(new Outcome.Signalled(15), watcher.outcome());
        assertFalse(Launches.lives(Launches.pid(launch, 0)));
    }

    @Test
    void killsWhoLeftForASessionOfItsOwn() {
        Launch launch = launches.shell("setsid sh -c 'echo $$; exec sleep 60' & sleep 60");
        RecordingWatcher watcher = launches.start(launch, 1);

        launches.launcher.stop(launch.run(), SHORT);

        assertEquals(new Outcome.Signalled(15), watcher.outcome());
        assertFalse(Launches.lives(Launches.pid(launch, 0)));
    }

    @Test
    void killsNobodyOfAnotherRun() {
        Launch victim = launches.shell("setsid sh -c 'echo $$; exec sleep 60' & sleep 60");
        Launch neighbour = launches.shell("echo $$; exec sleep 60");
        RecordingWatcher watcher = launches.start(victim, 1);
        launches.start(neighbour, 1);

        launches.launcher.stop(victim.run(), Duration.ZERO);
        watcher.outcome();

        assertTrue(Launches.lives(Launches.pid(neighbour, 0)));
        launches.launcher.stop(neighbour.run(), Duration.ZERO);
    }

    @Test
    void stopsManyAtOnce() {
        Map<Launch, RecordingWatcher> running = new LinkedHashMap<>();
        for (int i = 0; i < 100; i++) {
            Launch launch = launches.shell("trap '' TERM; echo ready; sleep 60");
            RecordingWatcher watcher = new RecordingWatcher();
            launches.launcher.launch(launch, watcher);
            running.put(launch, watcher);
        }
        Launches.until(
                () -> running.keySet().stream().noneMatch(launch -> Launches.output(launch).isEmpty()));

        running.keySet().forEach(launch -> launches.launcher.stop(launch.run(), SHORT));

        running.values().forEach(watcher -> assertEquals(new Outcome.Signalled(9), watcher.outcome()));
    }

    @Test
    void askedAgainShortensTheTime() {
        Launch launch = launches.shell("trap '' TERM; echo ready; while :; do sleep 0.01; done");
        RecordingWatcher watcher = launches.start(launch, 1);

        launches.launcher.stop(launch.run(), LONG);
        launches.launcher.stop(launch.run(), Duration.ZERO);

        assertEquals(new Outcome.Signalled(9), watcher.outcome());
    }

    @Test
    void stopsWhatIsOnlyJustBeingLaunched() {
        for (int i = 0; i < 50; i++) {
            Launch launch = launches.of("sleep", "60");
            RecordingWatcher watcher = new RecordingWatcher();
            launches.launcher.launch(launch, watcher);

            launches.launcher.stop(launch.run(), LONG);

            assertEquals(143, watcher.outcome().exitCode());
        }
    }

    @Test
    void doesNothingForARunThatHasEnded() {
        Launch launch = launches.of("true");
        RecordingWatcher watcher = new RecordingWatcher();
        launches.launcher.launch(launch, watcher);
        watcher.outcome();

        launches.launcher.stop(launch.run(), Duration.ZERO);

        assertEquals(new Outcome.Exited(0), launches.run(launches.of("true")));
        assertEquals(1, watcher.calls.stream().filter("ended"::equals).count());
    }
}
