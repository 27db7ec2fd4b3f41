package dev.supertask.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import dev.supertask.run.Outcome;
import dev.supertask.run.Run;
import dev.supertask.run.RunId;
import dev.supertask.run.RunState;
import dev.supertask.run.Trigger;
import dev.supertask.testkit.Jobs;
import dev.supertask.testkit.TempStore;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunRecordsTest {
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private final SplittableRandom random = new SplittableRandom(1);

    @TempDir
    Path folder;
    private TempStore temp;

    @BeforeEach
    void open() {
        temp = TempStore.in(folder);
        temp.store().apply(List.of(Jobs.named("backup").build(), Jobs.named("back_up").build(),
                Jobs.named("report").build()), JobSource.TIMETABLE, NOON);
    }

    @AfterEach
    void close() {
        temp.close();
    }

    @Test
    void aRunIsReadBackAsItWasWritten() {
        Run run = claim("backup", NOON);
        assertEquals(Optional.of(run), temp.store().run(run.id()));
        Run started = run.started(NOON.plusMillis(5));
        assertTrue(temp.store().update(started).join());
        assertEquals(Optional.of(started), temp.store().run(run.id()));
        Run ended = started.ended(new Outcome.Exited(7), NOON.plusMillis(1234));
        assertTrue(temp.store().update(ended).join());
        temp.reopen();
        assertEquals(Optional.of(ended), temp.store().run(run.id()));
        assertEquals(Optional.empty(), temp.store().run(RunId.create(NOON, random)));
    }

    @Test
    void anOccurrenceHasOneRecordForEver() {
        Run first = claim("backup", NOON);
        Run again = run("backup", NOON);
        Run other = run("backup", NOON.plusSeconds(1));
        Claim claim = new Claim(id("backup"), List.of(again, other), NOON.plusSeconds(1), null, "");
        assertEquals(Set.of(again.id()), temp.store().claim(List.of(claim)).join());
        assertEquals(List.of(other, first), temp.store().runs(RunFilter.ofJob("backup", 9)));
        assertEquals(1, temp.query("select id from run where scheduled_at = '2026-11-24 12:00:00+00'").size());
    }

    @Test
    void anotherJobsOccurrenceAtTheSameInstantIsAnotherOne() {
        claim("backup", NOON);
        claim("report", NOON);
        assertEquals(2, temp.store().runs(all(9)).size());
    }

    @Test
    void aClaimMovesThePlanInTheSameCommit() {
        Instant next = NOON.plusSeconds(3600);
        Claim claim = new Claim(id("backup"), List.of(run("backup", NOON)), NOON, next, "boot-7");
        temp.store().claim(List.of(claim)).join();
        temp.reopen();
        assertEquals(new JobRow.Plan(NOON, NOON, next, "boot-7"),
                temp.store().job("backup").orElseThrow().row().plan());
    }

    @Test
    void anEndedRunNeverChanges() {
        Run run = claim("backup", NOON);
        Run ended = run.started(NOON).ended(new Outcome.Exited(0), NOON);
        assertTrue(temp.store().update(ended).join());
        assertFalse(temp.store().update(run.started(NOON)).join());
        assertFalse(temp.store().update(run.ended(new Outcome.Lost("why"), NOON)).join());
        assertFalse(temp.store().decideEnd(run.id(), new Outcome.Ending(RunState.STOPPED, "why")).join());
        assertEquals(Optional.of(ended), temp.store().run(run.id()));
    }

    @Test
    void openRunsSayWhoAnswersForThem() {
        Run run = claim("backup", NOON);
        Run over = claim("report", NOON);
        temp.store().update(over.ended(new Outcome.NotStarted(127, "no such program"), NOON)).join();
        assertEquals(List.of(new OpenRun(run, TempStore.DEAD, null)), temp.store().openRuns());
    }

    @Test
    void listingsAreNewestFirstAndFiltered() {
        List<Run> runs = IntStream.range(0, 6)
                .mapToObj(i -> claim(List.of("backup", "back_up", "report").get(i % 3), NOON.plusSeconds(i))).toList();
        temp.store().update(runs.get(5).ended(new Outcome.NotStarted(127, "no"), NOON)).join();
        temp.store().update(runs.get(0).started(NOON.plusSeconds(60))).join();

        assertEquals(runs.reversed(), temp.store().runs(all(99)).stream().map(RunRecordsTest::asClaimed).toList());
        assertEquals(runs.reversed().subList(0, 2),
                temp.store().runs(all(2)).stream().map(RunRecordsTest::asClaimed).toList());
        assertEquals(List.of(), temp.store().runs(all(0)));
        assertEquals(List.of(runs.get(3), runs.get(0)), filtered(List.of("backup"), Set.of(), null));
        assertEquals(List.of(runs.get(4), runs.get(1)), filtered(List.of("back_up"), Set.of(), null),
                "an underscore is only itself");
        assertEquals(4, filtered(List.of("back*"), Set.of(), null).size());
        assertEquals(6, filtered(List.of("report", "b*p"), Set.of(), null).size());
        assertEquals(List.of(), filtered(List.of("Backup"), Set.of(), null));
        assertEquals(List.of(runs.get(5), runs.get(0)),
                filtered(List.of(), Set.of(RunState.FAILED, RunState.RUNNING), null));
        assertEquals(List.of(runs.get(5), runs.get(4), runs.get(0)),
                filtered(List.of(), Set.of(), NOON.plusSeconds(4)));
        assertEquals(List.of(runs.get(4)), filtered(List.of("back*"), Set.of(RunState.QUEUED), NOON.plusSeconds(4)));
    }

    @Test
    void theLastLaunchedRunIsTheNewestThatWasStarted() {
        Run first = claim("backup", NOON).started(NOON);
        Run second = claim("backup", NOON.plusSeconds(1)).started(NOON.plusSeconds(2));
        claim("backup", NOON.plusSeconds(3));
        claim("report", NOON);
        temp.store().update(first.ended(new Outcome.Exited(0), NOON.plusSeconds(1))).join();
        Run failed = second.ended(new Outcome.Exited(1), NOON.plusSeconds(5));
        temp.store().update(failed).join();
        assertEquals(Map.of(id("backup"), failed), temp.store().lastLaunched(temp.store().jobs()));
        assertEquals(Optional.of(NOON), temp.store().lastSuccess(id("backup")));
        assertEquals(Optional.empty(), temp.store().lastSuccess(id("report")));
    }

    @Test
    void anInlineCommandIsStoredClaimedAndStartedAtOnce() {
        RunId id = RunId.create(NOON, random);
        Run run = temp.store().beginInline(Jobs.named("inline").build(), TempStore.DEAD, id, NOON, "box");
        assertEquals(Run.queued(id, "inline", 1, Trigger.SCHEDULE, NOON, "box").started(NOON), run);
        assertEquals(Optional.of(run), temp.store().run(id));
        JobRow row = temp.store().job("inline").orElseThrow().row();
        assertEquals(JobSource.INLINE, row.source());
        assertEquals(Optional.empty(), Optional.ofNullable(row.plan().nextAt()), "no scheduler runs it again");
    }

    @Test
    void twoInvocationsInOneMillisecondAreTwoOccurrences() {
        for (String command : List.of("echo a", "echo b", "echo b")) {
            temp.store().beginInline(Jobs.named("inline").shell(command).build(), TempStore.DEAD,
                    RunId.create(NOON, random), NOON, "box");
        }
        assertEquals(Set.of(NOON, NOON.plusMillis(1), NOON.plusMillis(2)), Set.copyOf(
                temp.store().runs(all(9)).stream().map(run -> Optional.ofNullable(run.scheduledAt()).orElseThrow())
                        .toList()));
        assertEquals(2, temp.store().job("inline").orElseThrow().row().version());
    }

    @Test
    void beginningTheSameInlineRunTwiceIsOneRun() {
        RunId id = RunId.create(NOON, random);
        Run first = temp.store().beginInline(Jobs.named("inline").build(), TempStore.DEAD, id, NOON, "box");
        assertEquals(first, temp.store().beginInline(Jobs.named("inline").build(), TempStore.DEAD, id,
                NOON.plusSeconds(1), "box"));
        assertEquals(1, temp.store().runs(all(9)).size());
    }

    private List<Run> filtered(List<String> jobs, Set<RunState> states, @Nullable Instant since) {
        return temp.store().runs(new RunFilter(jobs, states, since, 99)).stream().map(RunRecordsTest::asClaimed)
                .toList();
    }

    /// As [#claim] returned it, whatever became of it since.
    private static Run asClaimed(Run run) {
        return Run.queued(run.id(), run.job(), run.version(), run.trigger(), run.scheduledAt(), run.host());
    }

    private static RunFilter all(int limit) {
        return new RunFilter(List.of(), Set.of(), null, limit);
    }

    private Run claim(String job, Instant slot) {
        Run run = run(job, slot);
        assertEquals(Set.of(),
                temp.store().claim(List.of(new Claim(id(job), List.of(run), slot, null, ""))).join());
        return run;
    }

    private Run run(String job, Instant slot) {
        return Run.queued(RunId.create(slot, random), job, 1, Trigger.SCHEDULE, slot, "box");
    }

    private long id(String job) {
        return temp.store().job(job).orElseThrow().row().id();
    }
}
