package dev.supertask.process.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;

import dev.supertask.keeper.CrashPoint;
import dev.supertask.testkit.Engines;
import dev.supertask.testkit.RunningProgram;
import dev.supertask.testkit.Waiting;
import dev.supertask.wire.RunJson;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The machine dies with all that runs on it, and starts again: it tells so by another boot id.
@Timeout(180)
class MachineDeathTest {
    private static final String BOOT_ID = "/proc/sys/kernel/random/boot_id";

    @TempDir
    private Path folder;
    private Site site;

    @BeforeEach
    void aMachineThatCanBeRestarted() throws Exception {
        Engines.require("unshare with mount namespaces", new ProcessBuilder("unshare", "-m", "sh", "-c",
                "mount --bind /dev/null " + BOOT_ID).start().waitFor() == 0);
        site = new Site(folder);
        site.write("boot", "0b5ec0de-0000-4000-8000-000000000001\n");
    }

    private RunningProgram startOnNextBoot() throws Exception {
        return site.runBehind("unshare -m sh -c 'mount --bind " + site.work().resolve("boot") + " " + BOOT_ID
                + "; exec \"$@\"' sh");
    }

    @Test
    void isWhatRunsAreLostByAndNothingElseIs() throws Exception {
        site.write("supertask.yaml", """
                namespace: ops
                jobs:
                  long: {when: once, run: sleep 600}
                  again: {when: once, delivery: at-least-once, run: '[ "$SUPERTASK_ATTEMPT" != 1 ] || sleep 600'}
                  short: {when: once, run: 'until [ -e go ]; do sleep 0.05; done; echo done; exit 7'}
                """);
        try (RunningProgram scheduler = site.run()) {
            for (String job : List.of("long", "again", "short")) {
                scheduler.awaitErr(" " + job + " started");
            }
            Site.kill(scheduler);
        }
        site.write("go", "");
        // Its keeper writes down how it ended, with no scheduler to tell.
        Waiting.until("the short one has ended",
                () -> site.processes().stream().noneMatch(process -> process.environment().contains("_JOB=short")));
        OffsetDateTime ended = OffsetDateTime.now(ZoneOffset.UTC);
        Path journal = folder.resolve("store/ops/keeper.journal");
        long size = Files.size(journal);
        assertTrue(size > 0);
        Waiting.until("a keeper's group of records is written",
                () -> Duration.between(ended, OffsetDateTime.now(ZoneOffset.UTC)).toMillis() > 300);
        site.powerCut();
        try (RunningProgram scheduler = startOnNextBoot()) {
            assertEquals(1, scheduler.result().exit(), scheduler::err);
            scheduler.awaitErr(" long lost after .*: the machine was restarted while it ran");
        }
        RunJson lost = site.onlyRun("ops", "long");
        assertEquals("lost, the machine was restarted while it ran", lost.state() + ", " + lost.reason());
        RunJson again = site.onlyRun("ops", "again");
        assertEquals("succeeded 2", again.state() + " " + again.attempt());
        RunJson done = site.onlyRun("ops", "short");
        assertEquals("failed 7 1", done.state() + " " + done.exitCode() + " " + done.attempt());
        assertEquals("done\n", site.log(done, 1));
        assertTrue(!Objects.requireNonNull(done.finishedAt()).isAfter(ended.plusSeconds(1)), done::toString);
        site.nothingIsLeft();
    }

    @Test
    void leavesNoHoleAndLosesOnlyWhatMayHaveStarted() throws Exception {
        Load.write(site);
        for (CrashPoint point : List.of(CrashPoint.AFTER_CLAIM, CrashPoint.AFTER_LAUNCH)) {
            try (RunningProgram scheduler = site.runUntil(point, 5)) {
                scheduler.result();
            }
            site.powerCut();
        }
        try (RunningProgram scheduler = startOnNextBoot()) {
            scheduler.awaitErr(" quick (succeeded|failed) ");
            scheduler.awaitErr(" long (succeeded|failed) ");
            Site.end(scheduler);
        }
        // That one could not be asked: it lived on another boot than this test.
        try (RunningProgram scheduler = site.run("--grace", "30s")) {
            scheduler.awaitErr(" long (succeeded|failed) ");
            Load.awaitNoBacklog(site, scheduler);
            Site.end(scheduler);
        }
        Reckoning.of(site, true);
        site.nothingIsLeft();
    }
}
