package dev.supertask.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

import dev.supertask.keeper.Incarnation;
import dev.supertask.keeper.LogForm;
import dev.supertask.keeper.Trace;
import dev.supertask.run.Outcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeeperLauncherTest {
    private static final Duration LONG = Duration.ofMinutes(5);

    private @TempDir Path folder;
    private Launches launches;
    private Kept kept;

    @BeforeEach
    void open() {
        launches = new Launches(folder);
        kept = new Kept(folder);
    }

    @AfterEach
    void close() {
        kept.close();
        launches.close();
    }

    @Test
    void tellsInOrderWhatBecomesOfALaunch() {
        Launch launch = launches.shell("echo hello; exit 7");

        RecordingWatcher watcher = launch(launch);

        assertEquals(new Outcome.Exited(7), watcher.outcome());
        assertEquals(List.of("started", "ended"), watcher.calls);
        assertEquals("hello\n", Launches.output(launch));
    }

    @Test
    void tellsWhatCouldNotBeStarted() {
        RecordingWatcher watcher = launch(launches.of("no-such-program"));

        assertEquals(127, watcher.outcome().exitCode());
    }

    @Test
    void isTheParentOfWhatRuns() {
        Launch launch = launches.shell("echo $PPID; exec sleep 60");
        Launches.start(kept.launcher, launch, 1);

        assertEquals(kept.keeper().pid(), Launches.pid(launch, 0));
        assertNotEquals(ProcessHandle.current().pid(), Launches.pid(launch, 0));

        kept.launcher.stop(launch.run(), Duration.ZERO);
    }

    @Test
    void tellsWhatIsWrittenIfThatIsWanted() {
        kept.launcher.listen(true);

        RecordingWatcher watcher = launch(launches.shell("echo hello; sleep 0.2; echo again"));
        watcher.outcome();

        assertEquals(List.of("started", "wrote", "wrote", "ended"), watcher.calls);
    }

    @Test
    void stopsWhatWasNotAskedOfTheKeeperYet() {
        Launch launch = launches.of("sleep", "60");
        RecordingWatcher watcher = launch(launch);
        kept.launcher.stop(launch.run(), LONG);

        assertEquals(143, watcher.outcome().exitCode());
    }

    @Test
    void adoptsWhatAnEarlierProcessHasLaunched() {
        Launch running = launches.shell("echo ready; while [ ! -e go ]; do sleep 0.01; done; exit 3");
        Launches.start(kept.launcher, running, 1);
        Launch ended = launches.shell("exit 4");
        launch(ended).outcome();

        kept.reopen();
        RecordingWatcher first = adopt(running);
        RecordingWatcher second = adopt(ended);
        kept.launcher.adoptedAll();

        assertEquals(new Outcome.Exited(4), second.outcome());
        Launches.until(() -> first.calls.contains("started"));
        assertFalse(first.hasEnded());
        launch(launches.of("touch", "go"));
        assertEquals(new Outcome.Exited(3), first.outcome());
    }

    @Test
    void saysOfWhatWasNeverAskedForThatItWasNot() {
        RecordingWatcher watcher = adopt(launches.of("true"));

        watcher.outcome();

        assertEquals(List.of("unasked"), watcher.calls);
    }

    @Test
    void startsOnceWhatIsLaunchedAgainAndTellsOfIt() {
        Launch launch = launches.shell("echo hello; exit 5");
        assertEquals(new Outcome.Exited(5), launch(launch).outcome());

        kept.reopen();

        assertEquals(new Outcome.Exited(5), launch(launch).outcome());
        assertEquals("hello\n", Launches.output(launch));
    }

    @Test
    void startsOnceAndTellsOfWhatAnEarlierProcessHadJustAskedForWhenTheNextOneCame() {
        Launch launch = launches.shell("echo hello; exit 5");
        launch(launch).outcome();

        kept.reopen().expect(launch.run(), 1, 1);
        kept.launcher.adoptedAll();
        Launch later = launches.of("true");
        launch(later).outcome();

        assertEquals(new Outcome.Exited(5), launch(launch).outcome());
        assertEquals("hello\n", Launches.output(launch));
    }

    @Test
    void startsEachStepOfAnAttemptOnceAcrossItsDeaths() {
        Launch first = launches.shell("echo one; exit 5");
        Launch second = step(first, 2, "echo two; exit 6");
        launch(first).outcome();

        assertEquals(new Outcome.Exited(6), launch(second).outcome());
        kept.reopen();

        assertEquals(new Outcome.Exited(6), launch(second).outcome());
        assertEquals(new Outcome.Exited(5), launch(first).outcome());
        assertEquals("one\n== step 2 ==\ntwo\n", Launches.output(first));
    }

    private Launch step(Launch first, int step, String text) {
        Launch other = launches.shell(text);
        return new Launch(first.run(), 1, step, other.command(), first.log(), first.form(),
                "== step " + step + " ==\n");
    }

    @Test
    void forgetsWhatIsSettled() {
        Launch launch = launches.of("true");
        launch(launch).outcome();
        kept.launcher.settled(launch.run(), 1);

        kept.reopen();
        launch(launches.of("true")).outcome();

        assertInstanceOf(Trace.Unknown.class, kept.ledger().trace(launch.run().text(), 1));
    }

    @Test
    void forgetsWhatNobodyAdopts() {
        Launch launch = launches.of("true");
        launch(launch).outcome();

        kept.reopen().adoptedAll();
        launch(launches.of("true")).outcome();
        kept.reopen();
        launch(launches.of("true")).outcome();

        assertInstanceOf(Trace.Unknown.class, kept.ledger().trace(launch.run().text(), 1));
    }

    @Test
    void endsWhatIsLeftOfARunWhoseKeeperDied() throws Exception {
        Launch stubborn = launches.shell("trap '' TERM; echo $$; while :; do sleep 0.01; done");
        Launch docile = launches.shell("echo $$; exec sleep 60");
        Launch over = launches.shell("exit 6");
        RecordingWatcher first = Launches.start(kept.launcher, stubborn, 1);
        RecordingWatcher second = Launches.start(kept.launcher, docile, 1);
        RecordingWatcher third = launch(over);
        third.outcome();

        Incarnation keeper = kept.kill();

        String died = "its keeper (process " + keeper.pid() + ") died while it ran; what was left of it (";
        assertEquals(new Outcome.Lost(died + "process " + Launches.pid(docile, 0) + ") was ended"), second.outcome());
        assertTrue(String.valueOf(first.outcome().reason()).startsWith(died), first.outcome()::toString);
        assertTrue(String.valueOf(first.outcome().reason()).endsWith(" was killed"), first.outcome()::toString);
        assertFalse(Launches.lives(Launches.pid(stubborn, 0)));
        assertFalse(Launches.lives(Launches.pid(docile, 0)));
        assertEquals(new Outcome.Exited(6), third.outcome());
        assertEquals(new Outcome.Exited(8), launch(launches.shell("exit 8")).outcome());
        assertEquals(1, kept.notices.size());
    }

    @Test
    void putsTheLogTogetherOfARunWhoseKeeperDied() throws Exception {
        Launch launch = launches.logged(new LogForm(false, null, 20),
                "echo 0123456789abcdefghijklmnopqrstuvwxyz; exec sleep 60");
        RecordingWatcher watcher = Launches.start(kept.launcher, launch, 1);
        Launches.until(() -> kept.ledger().trace(launch.run().text(), 1) instanceof Trace.Running);
        assertEquals("0123456789", Launches.output(launch));

        kept.kill();
        watcher.outcome();

        assertEquals("""
                0123456789
                [supertask: 17 bytes of output are left out here · the log's "max-size" is 20 bytes]
                rstuvwxyz
                """, Launches.output(launch));
        assertEquals(new Outcome.Exited(0), launch(launches.of("true")).outcome());
    }

    @Test
    void saysOfAnAdoptedRunThatItsKeeperDied() throws Exception {
        Launch launch = launches.shell("echo $$; exec sleep 60");
        Launches.start(kept.launcher, launch, 1);
        kept.keeper();
        Launches.until(() -> kept.ledger().trace(launch.run().text(), 1) instanceof Trace.Running);
        kept.launcher.close();
        Incarnation keeper = kept.kill();

        kept.reopen();

        assertEquals(new Outcome.Lost("its keeper (process " + keeper.pid() + ") died while it ran; what was left of "
                + "it (process " + Launches.pid(launch, 0) + ") was ended"), adopt(launch).outcome());
        assertFalse(Launches.lives(Launches.pid(launch, 0)));
    }

    @Test
    void runsThreeThousandShortRuns() {
        List<Launch> all = IntStream.range(0, 3000).mapToObj(i -> launches.of("/bin/true")).toList();
        List<RecordingWatcher> watchers = all.stream().map(this::launch).toList();

        for (int i = 0; i < all.size(); i++) {
            assertEquals(new Outcome.Exited(0), watchers.get(i).outcome());
            kept.launcher.settled(all.get(i).run(), 1);
        }
    }

    private RecordingWatcher launch(Launch launch) {
        RecordingWatcher watcher = new RecordingWatcher();
        kept.launcher.launch(launch, watcher);
        return watcher;
    }

    private RecordingWatcher adopt(Launch launch) {
        RecordingWatcher watcher = new RecordingWatcher();
        kept.launcher.adopt(launch, watcher);
        return watcher;
    }
}
