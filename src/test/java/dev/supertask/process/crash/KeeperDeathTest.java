package dev.supertask.process.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import dev.supertask.testkit.RunningProgram;
import dev.supertask.testkit.Waiting;
import dev.supertask.wire.RunJson;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A keeper is killed while it keeps runs: nobody can know how they would have ended.
@Timeout(180)
class KeeperDeathTest {
    @TempDir
    private Path folder;
    private Site site;

    @BeforeEach
    void jobsThatRun() throws Exception {
        site = new Site(folder);
        site.write("supertask.yaml", """
                namespace: ops
                timezone: UTC
                jobs:
                  tick: {every: 1s, run: echo $PPID}
                  family: {when: once, run: "setsid sleep 600 & echo $$ $! >family; wait"}
                  again:
                    when: once
                    delivery: at-least-once
                    run: |
                      echo "try $SUPERTASK_ATTEMPT"
                      [ "$SUPERTASK_ATTEMPT" != 1 ] || exec sleep 600
                """);
    }

    private RunningProgram start() throws Exception {
        RunningProgram scheduler = site.run();
        scheduler.awaitErr(" family started");
        scheduler.awaitErr(" again started");
        scheduler.awaitErr(" tick succeeded");
        Waiting.until("the family is complete", () -> family().size() == 2);
        return scheduler;
    }

    private List<Long> family() throws Exception {
        Path file = site.work().resolve("family");
        return file.toFile().length() == 0
                ? List.of()
                : List.of(Files.readString(file).strip().split(" ")).stream().map(Long::valueOf).toList();
    }

    private void isRecorded(long keeper) throws Exception {
        RunJson lost = site.onlyRun("ops", "family");
        assertEquals("lost", lost.state());
        String reason = String.valueOf(lost.reason());
        assertTrue(reason.matches("its keeper \\(process " + keeper
                + "\\) died while it ran; what was left of it \\(2 processes\\) was ended"), reason);
        for (long pid : family()) {
            assertFalse(ProcFile.isAlive(pid), "alive: " + pid);
        }
        RunJson again = site.onlyRun("ops", "again");
        assertEquals("succeeded 2", again.state() + " " + again.attempt());
        assertEquals("try 2\n", site.log(again, 2));
    }

    @Test
    void isToldAndWhatItRanIsEndedAndLostAndTheNextOnesRunWithAnother() throws Exception {
        long keeper;
        try (RunningProgram scheduler = start()) {
            keeper = site.awaitKeeper();
            ProcFile.kill(keeper);
            scheduler.awaitErr("the keeper of the runs \\(process " + keeper
                    + "\\) died · what it ran is ended and counts as lost; another keeper is started");
            scheduler.awaitErr(" family lost after .*: its keeper \\(process " + keeper + "\\) died while it ran");
            scheduler.awaitErr(" again succeeded");
            assertNotEquals(keeper, site.awaitKeeper());
            String told = scheduler.err();
            Waiting.until("a later occurrence runs", () -> scheduler.err().substring(told.length())
                    .contains(" tick succeeded"));
            Site.end(scheduler);
        }
        isRecorded(keeper);
        site.nothingIsLeft();
    }

    @Test
    void comesOutAtTheNextStartWhenTheSchedulerDiedAsWell() throws Exception {
        long keeper;
        try (RunningProgram scheduler = start()) {
            keeper = site.awaitKeeper();
            Site.kill(scheduler);
        }
        ProcFile.kill(keeper);
        Waiting.until("it is dead", () -> !ProcFile.isAlive(keeper));
        assertTrue(ProcFile.isAlive(family().getFirst()), "the run goes on, unwatched");
        try (RunningProgram scheduler = site.run()) {
            scheduler.awaitErr(" family lost after .*: its keeper \\(process " + keeper + "\\) died while it ran");
            scheduler.awaitErr(" again succeeded");
            scheduler.awaitErr(" tick succeeded");
            Site.end(scheduler);
        }
        isRecorded(keeper);
        site.nothingIsLeft();
    }
}
