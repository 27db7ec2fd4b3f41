package dev.supertask.process.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;

import dev.supertask.keeper.CrashPoint;
import dev.supertask.testkit.RunningProgram;
import dev.supertask.testkit.Waiting;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Schedulers and keepers are killed at every point of a run's life and at random moments. The seed of a round is
/// reported; `-Dsupertask.seed=N` plays it again.
@Timeout(900)
class CrashTest {
    private static final List<CrashPoint> OF_SCHEDULER = List.of(CrashPoint.BEFORE_CLAIM, CrashPoint.AFTER_CLAIM,
            CrashPoint.BEFORE_LAUNCH, CrashPoint.AFTER_LAUNCH, CrashPoint.BEFORE_FINISH, CrashPoint.AFTER_FINISH);
    private static final List<CrashPoint> OF_KEEPER = List.of(CrashPoint.AFTER_INTENT, CrashPoint.AFTER_SPAWN,
            CrashPoint.BEFORE_EXIT_RECORD, CrashPoint.AFTER_EXIT_RECORD);

    @TempDir
    private Path folder;
    private Site site;
    private Random random;

    @BeforeEach
    void aLoad(TestReporter reporter) throws Exception {
        site = new Site(folder);
        Load.write(site);
        long seed = Long.getLong("supertask.seed", new Random().nextInt());
        reporter.publishEntry("seed", String.valueOf(seed));
        random = new Random(seed);
    }

    @Test
    void losesAndDoublesNothingWhenTheSchedulerIsKilledAtEachPointOfARun() throws Exception {
        for (CrashPoint point : OF_SCHEDULER) {
            killAt(point, 1 + random.nextInt(6));
        }
        Reckoning reckoning = settle(false);
        assertTrue(reckoning.launched() > 50, "launched " + reckoning.launched());
    }

    @Test
    void losesAndDoublesNothingWhenTheSchedulerIsKilledAtAnyMoment() throws Exception {
        for (int kill = 0; kill < 4; kill++) {
            killAtRandom();
        }
        settle(false);
    }

    @Tag("full")
    @RepeatedTest(5)
    void losesAndDoublesNothingInAHundredDeathsOfTheScheduler() throws Exception {
        for (int round = 0; round < 2; round++) {
            for (CrashPoint point : OF_SCHEDULER) {
                killAt(point, 1 + random.nextInt(20));
                killAtRandom();
            }
        }
        settle(false);
    }

    @Test
    void saysTheTruthWhenTheKeeperIsKilledAtEachPointOfARun() throws Exception {
        for (CrashPoint point : OF_KEEPER) {
            keeperDiesAt(point, 1 + random.nextInt(6));
        }
        assertTrue(settle(true).lost() > 0, "something is lost");
    }

    @Tag("full")
    @RepeatedTest(3)
    void saysTheTruthWhenSchedulersAndKeepersAreKilled() throws Exception {
        for (CrashPoint point : OF_KEEPER) {
            keeperDiesAt(point, 1 + random.nextInt(20));
            killAtRandom();
            site.keepers().forEach(ProcFile::kill);
            killAtRandom();
        }
        settle(true);
    }

    private void killAt(CrashPoint point, int time) throws Exception {
        try (RunningProgram scheduler = site.runUntil(point, time)) {
            assertEquals(137, scheduler.result().exit(), () -> point + " " + time + scheduler.err());
        }
    }

    private void killAtRandom() throws Exception {
        try (RunningProgram scheduler = site.run()) {
            long moment = System.nanoTime() + random.nextInt(4_000) * 1_000_000L;
            Waiting.until("its moment has come", () -> System.nanoTime() > moment);
            Site.kill(scheduler);
        }
    }

    private void keeperDiesAt(CrashPoint point, int time) throws Exception {
        // The one that is there was not told to die by itself.
        Waiting.until("the last keeper has gone", () -> {
            site.keepers().forEach(ProcFile::kill);
            return site.keepers().isEmpty();
        });
        try (RunningProgram scheduler = site.runUntil(point, time)) {
            scheduler.awaitErr("the keeper of the runs \\(process \\d+\\) died · ");
            Site.kill(scheduler);
        }
    }

    private Reckoning settle(boolean mayBeLost) throws Exception {
        try (RunningProgram scheduler = site.run("--grace", "30s")) {
            scheduler.awaitErr(" quick (succeeded|failed) ");
            scheduler.awaitErr(" long (succeeded|failed) ");
            Load.awaitNoBacklog(site, scheduler);
            long keeper = site.awaitKeeper();
            Waiting.until("the keeper reaps", () -> ProcFile.zombiesOf(keeper) == 0);
            Site.end(scheduler);
        }
        Reckoning reckoning = Reckoning.of(site, mayBeLost);
        site.nothingIsLeft();
        return reckoning;
    }
}
