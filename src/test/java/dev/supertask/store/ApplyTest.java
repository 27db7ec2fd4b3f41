package dev.supertask.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

import dev.supertask.job.Job;
import dev.supertask.problem.Refusal;
import dev.supertask.testkit.Jobs;
import dev.supertask.testkit.TempStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApplyTest {
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final Instant LATER = NOON.plusSeconds(90);

    @TempDir
    Path folder;
    private TempStore temp;

    @BeforeEach
    void open() {
        temp = TempStore.in(folder);
    }

    @AfterEach
    void close() {
        temp.close();
    }

    @Test
    void newJobsAppearWithTheirFirstOccurrence() {
        assertEquals(new Applied(List.of("b", "a"), List.of(), List.of(), 0),
                apply(NOON, daily("b"), daily("a")));
        assertEquals(List.of("a", "b"), temp.store().jobs().stream().map(JobRow::name).toList());
        JobRow row = row("a");
        assertEquals(1, row.version());
        assertEquals(Instant.parse("2026-11-25T03:00:00Z"), row.plan().nextAt());
        assertEquals(NOON, row.plan().anchor());
        assertEquals(daily("a"), temp.store().job("a").orElseThrow().job());
    }

    @Test
    void theMomentOfApplicationCanBeAnOccurrence() {
        apply(NOON, Jobs.named("now").build(), Jobs.named("cron").when("0 12 * * *").build());
        assertEquals(NOON, row("now").plan().nextAt());
        assertEquals(NOON, row("cron").plan().nextAt());
    }

    @Test
    void anUnchangedJobStaysAsItWas() {
        apply(NOON, daily("a"));
        JobRow before = row("a");
        assertEquals(new Applied(List.of(), List.of(), List.of(), 1), apply(LATER, daily("a")));
        assertEquals(before, row("a"));
    }

    @Test
    void aChangedCommandIsANewVersionOnTheOldPlan() {
        apply(NOON, every("a").build());
        assertEquals(List.of("a"), apply(LATER, every("a").shell("date").build()).changed());
        JobRow row = row("a");
        assertEquals(2, row.version());
        assertEquals(NOON, row.plan().anchor());
        assertEquals(NOON.plusSeconds(60), row.plan().nextAt(), "what is due is still due");
        assertEquals(NOON, row.createdAt());
        assertEquals(LATER, row.updatedAt());
        assertEquals(List.of("1", "2"), temp.query("select version from job_version order by version"));
    }

    @Test
    void aChangedScheduleIsPlannedFromNow() {
        apply(NOON, every("a").build());
        apply(LATER, Jobs.named("a").when("@every 5m").build());
        assertEquals(LATER.plusSeconds(300), row("a").plan().nextAt());
        assertEquals(LATER, row("a").plan().anchor());
    }

    @Test
    void onceIsNotRunAgainWhenItsCommandOrZoneOrCompanyChanges() {
        apply(NOON, Jobs.named("a").build());
        claimAll(NOON);
        assertNull(row("a").plan().nextAt());
        apply(LATER, Jobs.named("a").shell("date").build());
        assertNull(row("a").plan().nextAt());
        apply(LATER, Jobs.named("a").zone("Europe/Berlin").build());
        assertNull(row("a").plan().nextAt());
        apply(LATER, Jobs.named("a").when("once", "0 3 * * *").build());
        assertEquals(Instant.parse("2026-11-25T03:00:00Z"), row("a").plan().nextAt());
    }

    @Test
    void aJobGoneFromTheTextIsRetiredAndComesBackWithItsRuns() {
        apply(NOON, every("a").build(), daily("b"));
        assertEquals(List.of("a"), apply(LATER, daily("b")).retired());
        assertEquals(List.of("b"), temp.store().jobs().stream().map(JobRow::name).toList());
        assertNotNull(row("a").retiredAt());
        assertNull(row("a").plan().nextAt());
        assertEquals(new Applied(List.of(), List.of(), List.of(), 1), apply(LATER, daily("b")), "only once");

        Instant back = NOON.plusSeconds(1000);
        assertEquals(List.of("a"), apply(back, every("a").build(), daily("b")).added());
        JobRow row = row("a");
        assertNull(row.retiredAt());
        assertEquals(1, row.version(), "the same definition is the same version");
        assertEquals(NOON.plusSeconds(1020), row.plan().nextAt(), "what was due while it was away is nobody's");
    }

    @Test
    void aDisabledJobHasNoNextOccurrence() {
        apply(NOON, Jobs.named("a").when("@every 1m").disabled().build());
        assertNull(row("a").plan().nextAt());
        apply(LATER, every("a").build());
        assertEquals(NOON.plusSeconds(60), row("a").plan().nextAt(), "caught up as its policy says");
    }

    @Test
    void anInlineJobRetiresNothingAndIsNotRetiredByATimetable() {
        apply(NOON, daily("a"));
        temp.store().apply(List.of(daily("inline")), JobSource.INLINE, NOON);
        assertEquals(2, temp.store().jobs().size());
        assertEquals(List.of(), apply(LATER, daily("a")).retired());
        assertEquals(2, temp.store().jobs().size());
    }

    @Test
    void anInlineJobDoesNotTakeATimetablesName() {
        apply(NOON, daily("a"));
        Refusal refusal = assertThrows(Refusal.class,
                () -> temp.store().apply(List.of(daily("a")), JobSource.INLINE, LATER));
        assertEquals("job \"a\" belongs to the timetable of this namespace"
                + " · give the inline command another name with --name", refusal.getMessage());
        apply(LATER);
        assertEquals(List.of("a"), temp.store().apply(List.of(daily("a")), JobSource.INLINE, LATER).added());
    }

    @Test
    void aRefusedApplicationChangesNothing() {
        apply(NOON, daily("b"));
        assertThrows(Refusal.class,
                () -> temp.store().apply(List.of(daily("a"), daily("b")), JobSource.INLINE, LATER));
        assertEquals(List.of("b"), temp.store().jobs().stream().map(JobRow::name).toList());
    }

    @Test
    void everythingIsThereAfterReopening() {
        apply(NOON, daily("a"), every("b").build());
        List<StoredJob> before = temp.store().definedJobs();
        temp.reopen();
        assertEquals(before, temp.store().definedJobs());
    }

    private Applied apply(Instant now, Job... jobs) {
        return temp.store().apply(List.of(jobs), JobSource.TIMETABLE, now);
    }

    private void claimAll(Instant through) {
        temp.store().jobs().forEach(job -> temp.store()
                .claim(List.of(new Claim(job.id(), List.of(), through, null, ""))).join());
    }

    private JobRow row(String job) {
        return temp.store().job(job).orElseThrow().row();
    }

    private static Jobs every(String name) {
        return Jobs.named(name).when("@every 1m");
    }

    private static Job daily(String name) {
        return Jobs.named(name).when("0 3 * * *").build();
    }
}
