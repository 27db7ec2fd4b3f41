package dev.supertask.operations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;

import dev.supertask.job.Job;
import dev.supertask.job.Namespace;
import dev.supertask.job.Origin;
import dev.supertask.problem.Refusal;
import dev.supertask.run.Outcome;
import dev.supertask.run.Run;
import dev.supertask.run.RunId;
import dev.supertask.run.RunState;
import dev.supertask.store.NamespaceCard;
import dev.supertask.store.NamespaceFolder;
import dev.supertask.store.Owner;
import dev.supertask.store.ProcessIdentity;
import dev.supertask.store.RunFilter;
import dev.supertask.testkit.Jobs;
import dev.supertask.testkit.SettableClock;
import dev.supertask.testkit.TempStore;
import dev.supertask.timetable.JobText;
import dev.supertask.timetable.Timetable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OperationsTest {
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final ProcessIdentity ME = ProcessIdentity.current();
    private static final Namespace OTHER = new Namespace("ops", "Other", List.of(),
            new Origin("box", "bob", "/srv/other.yaml"));

    @TempDir
    Path temporary;
    private final SettableClock clock = new SettableClock("2026-11-24T12:00:00.000400Z");
    private final SplittableRandom random = new SplittableRandom(1);
    private TempStore temp;
    private Desk desk;

    @BeforeEach
    void open() {
        temp = TempStore.in(temporary);
        desk = new Desk(temp.store(), clock, "box", true, ZoneId.of("UTC"));
    }

    @AfterEach
    void close() {
        temp.close();
    }

    @Test
    void applyingATimetableWritesTheCardOfItsNamespace() {
        apply(TempStore.OPS, Jobs.named("a").build(), Jobs.named("b").build());
        assertEquals(Optional.of(new NamespaceCard(TempStore.OPS, 2, NOON, NOON)), folder().card());
        clock.move(Duration.ofMinutes(1));
        apply(TempStore.OPS, Jobs.named("a").build());
        assertEquals(Optional.of(new NamespaceCard(TempStore.OPS, 1, NOON, NOON.plusSeconds(60))), folder().card());
    }

    @Test
    void aTimetableOfAnotherOriginIsRefusedUnlessItMayAdopt() {
        apply(TempStore.OPS, Jobs.named("a").build());
        Refusal refusal = assertThrows(Refusal.class, () -> apply(OTHER, Jobs.named("b").build()));
        assertEquals("namespace \"ops\" belongs to /srv/supertask.yaml (ada@box) · --adopt makes it belong to"
                + " /srv/other.yaml (bob@box), or choose another with --ns", refusal.getMessage());
        assertEquals(List.of("a"), jobs());
        ApplyTimetable.apply(desk, OTHER, timetable(Jobs.named("b").build()), true);
        assertEquals(List.of("b"), jobs());
        assertEquals(OTHER, folder().card().orElseThrow().namespace());
    }

    @Test
    void inlineJobsJoinANamespaceAndLeaveItsTitleAndOrigin() {
        apply(TempStore.OPS, Jobs.named("a").build());
        ApplyTimetable.addInline(desk, OTHER, timetable(Jobs.named("inline").when("@daily").build()));
        assertEquals(List.of("a", "inline"), jobs());
        assertEquals(TempStore.OPS, folder().card().orElseThrow().namespace());
        assertEquals(2, folder().card().orElseThrow().jobs());
    }

    @Test
    void anInlineRunIsRecordedFromItsStartToItsEnd() {
        RunId id = RunId.create(NOON, random);
        Run begun = RunInline.begin(desk, OTHER, Jobs.named("inline").build(), ME, id);
        assertEquals(RunState.RUNNING, begun.state());
        assertEquals(OTHER, folder().card().orElseThrow().namespace(), "it makes the namespace");
        Run ended = RunInline.end(desk, id, new Outcome.Exited(7), NOON.plusSeconds(2));
        assertEquals(List.of(ended), ListRuns.answer(desk, RunFilter.ofJob("inline", 9)));
        assertEquals(ended, RunInline.end(desk, id, new Outcome.Exited(0), NOON.plusSeconds(9)), "the first counts");
        assertEquals("run " + id.successor() + " is not in the store", assertThrows(Refusal.class,
                () -> RunInline.end(desk, id.successor(), new Outcome.Exited(0), NOON)).getMessage());
    }

    @Test
    void whoeverLooksFindsTheRunsOfDeadProcessesLost() {
        RunId id = RunId.create(NOON, random);
        RunInline.begin(desk, OTHER, Jobs.named("inline").build(), TempStore.DEAD, id);
        RunId alive = id.successor();
        RunInline.begin(desk, OTHER, Jobs.named("inline").build(), ME, alive);
        assertEquals(RunState.LOST, ShowRun.answer(desk, id).orElseThrow().run().state());
        assertEquals(RunState.RUNNING, ShowRun.answer(desk, alive).orElseThrow().run().state());
        assertEquals(List.of(RunState.RUNNING, RunState.LOST), ListRuns
                .answer(desk, new RunFilter(List.of(), Set.of(), null, 9)).stream().map(Run::state).toList());
    }

    @Test
    void aJobIsShownWithItsDefinitionWordsAndNextOccurrences() {
        Job job = Jobs.named("a").when("0 3 * * *", "at 2026-11-24T18:00").build();
        apply(TempStore.OPS, job);
        ShowJob.Detail detail = ShowJob.answer(desk, "a").orElseThrow();
        assertEquals(JobText.write(job), detail.definition());
        assertEquals(2, detail.words().size());
        assertEquals(List.of("2026-11-24T18:00:00Z", "2026-11-25T03:00:00Z", "2026-11-26T03:00:00Z",
                "2026-11-27T03:00:00Z", "2026-11-28T03:00:00Z"),
                detail.next().stream().map(Instant::toString).toList());
        assertNull(detail.view().lastRun());
        assertEquals(Optional.empty(), ShowJob.answer(desk, "none"));
    }

    @Test
    void aRetiredJobIsStillShownWithItsRuns() {
        RunId id = RunId.create(NOON, random);
        RunInline.begin(desk, TempStore.OPS, Jobs.named("a").build(), ME, id);
        apply(TempStore.OPS, Jobs.named("a").build());
        apply(TempStore.OPS);
        assertEquals(List.of(), jobs());
        ShowJob.Detail detail = ShowJob.answer(desk, "a").orElseThrow();
        assertEquals(List.of(id), detail.runs().stream().map(Run::id).toList());
        assertEquals(List.of(), detail.next());
        assertEquals(folder().log(id, 1), ShowRun.lastOf(desk, "a").orElseThrow().log());
    }

    @Test
    void namespacesAreListedWithoutADatabaseAndOnlyASchedulerIsAnOwner() {
        apply(TempStore.OPS, Jobs.named("a").build());
        ListNamespaces.View held = ListNamespaces.answer(List.of(folder())).getFirst();
        assertEquals(TempStore.owner(Owner.Kind.SCHEDULER), held.owner());
        assertEquals(1, held.card().jobs());
        NamespaceFolder visited = TempStore.folder(temporary).namespace("visited");
        visited.create();
        visited.writeCard(held.card());
        try (var visitor = visited.tryTake(TempStore.owner(Owner.Kind.VISITOR)).orElseThrow()) {
            assertNull(ListNamespaces.answer(List.of(visited)).getFirst().owner(), visitor::toString);
        }
        assertTrue(Files.notExists(visited.path().resolve("store.mv.db")));
    }

    private void apply(Namespace namespace, Job... jobs) {
        ApplyTimetable.apply(desk, namespace, timetable(jobs), false);
    }

    private static Timetable timetable(Job... jobs) {
        return new Timetable(null, "", List.of(), List.of(jobs), List.of());
    }

    private List<String> jobs() {
        return ListJobs.answer(desk).stream().map(view -> view.row().name()).toList();
    }

    private NamespaceFolder folder() {
        return desk.store().folder();
    }
}
