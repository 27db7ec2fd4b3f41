package dev.supertask.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;

import dev.supertask.keeper.Trace;
import dev.supertask.run.Outcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Programs that do what they can to outlive their run, after its keeper was killed by SIGKILL and cannot end them
/// any more. None of them does, and none goes on for longer than a minute where that fails.
@Timeout(60)
class HostileOrphansTest {
    private static final String DEAF = "$SIG{TERM} = 'IGNORE'; ";
    private static final String TELL = "$| = 1; print \"$$\\n\"; ";
    private static final String LAST = "sleep 60; exit";

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
    void areEndedWhereTheyAreInASessionOfTheirOwn() throws Exception {
        endsChild(DEAF + "POSIX::setsid(); " + TELL + LAST, "; sleep 60");
    }

    @Test
    void areEndedWhereTheyAreDaemonsWithoutAnEnvironment() throws Exception {
        endsChild("POSIX::setsid(); fork and exit; " + TELL + "exec qw(env -i sleep 60)", "; sleep 60");
    }

    @Test
    void areEndedWhereNothingElseIsLeftOfTheRun() throws Exception {
        endsChild(DEAF + "POSIX::setsid(); fork and exit; " + TELL + "exec qw(env -i sleep 60)",
                "; select undef, undef, undef, 0.5; exec 'sleep', '60'");
    }

    @Test
    void areEndedWhereTheyOverwriteTheirEnvironmentByAnotherName() throws Exception {
        endsChild(DEAF + "POSIX::setsid(); fork and exit; $0 = 'x' x 9999; " + TELL + LAST, "; sleep 60");
    }

    @Test
    void areEndedWhereTheyKeepTheOutputOnAnotherDescriptorOnly() throws Exception {
        endsChild("POSIX::setsid(); fork and exit; " + TELL
                + "exec '/bin/sh', '-c', 'exec env -i sleep 60 9>&1 >/dev/null 2>&1 </dev/null'", "; sleep 60");
    }

    @Test
    void areEndedWhereTheyShedAllButTheirParent() throws Exception {
        endsChild("POSIX::setsid(); " + TELL + "exec '/bin/sh', '-c', 'exec env -i sleep 60 >/dev/null 2>&1'",
                "; sleep 60");
    }

    @Test
    void areEndedWhereTheyForkWhileTheyAreKilled() throws Exception {
        // Each of them has one more child every 5 ms: 100 times all told, for five seconds at most.
        endsChild(DEAF + "sysopen my $f, 'count', 1089 or die; my $end = time + 5; " + TELL
                + "while (time < $end and -s 'count' < 100) { select undef, undef, undef, 0.005; "
                + "syswrite $f, 'x'; fork or POSIX::setsid() } sleep 60", "; sleep 60");
    }

    private void endsChild(String child, String parent) throws Exception {
        Launch launch = launches.of("perl", "-MPOSIX", "-e", "fork or do { " + child + " }" + parent);
        RecordingWatcher watcher = Launches.start(kept.launcher, launch, 1);
        Launches.until(() -> kept.ledger().trace(launch.run().text(), 1) instanceof Trace.Running);
        long pid = Launches.pid(launch, 0);
        assertTrue(Launches.lives(pid));

        long keeper = kept.kill().pid();

        String reason = String.valueOf(assertInstanceOf(Outcome.Lost.class, watcher.outcome()).reason());
        assertTrue(reason.startsWith("its keeper (process " + keeper + ") died while it ran; what was left of it ("),
                reason);
        assertFalse(Launches.lives(pid));
        RecordingWatcher next = new RecordingWatcher();
        kept.launcher.launch(launches.of("true"), next);
        assertEquals(new Outcome.Exited(0), next.outcome());
    }
}
