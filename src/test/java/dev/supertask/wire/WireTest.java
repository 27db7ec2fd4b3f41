package dev.supertask.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.supertask.operations.JobView;
import dev.supertask.operations.ListNamespaces;
import dev.supertask.run.Advance;
import dev.supertask.run.Outcome;
import dev.supertask.run.Run;
import dev.supertask.run.RunId;
import dev.supertask.run.RunState;
import dev.supertask.run.Trigger;
import dev.supertask.store.JobRow;
import dev.supertask.store.JobSource;
import dev.supertask.store.NamespaceCard;
import dev.supertask.store.Owner;
import dev.supertask.store.ProcessIdentity;
import dev.supertask.testkit.TempStore;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Pins every name and the order of names that other programs see.
class WireTest {
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final RunId ID = new RunId("01M86PTPG0XX2K7RNTE4W1G055");
    private static final Run RUN = Run.queued(ID, "backup", 3, Trigger.CATCH_UP, NOON, "box")
            .started(NOON.plusMillis(4)).ended(new Outcome.Signalled(15), NOON.plusMillis(1504));

    @Test
    void aRun() {
        assertEquals("""
                {
                  "id": "01M86PTPG0XX2K7RNTE4W1G055",
                  "namespace": "ops",
                  "job": "backup",
                  "version": 3,
                  "trigger": "catch-up",
                  "scheduledAt": "2026-11-24T13:00:00+01:00",
                  "startedAt": "2026-11-24T13:00:00.004+01:00",
                  "finishedAt": "2026-11-24T13:00:01.504+01:00",
                  "durationMs": 1500,
                  "state": "failed",
                  "exitCode": 143,
                  "attempt": 1,
                  "reason": "ended by signal 15 (SIGTERM)",
                  "host": "box",
                  "outputs": {},
                  "progress": null
                }""", Json.pretty(RunJson.of("ops", RUN, BERLIN)));
    }

    @Test
    void whatARunGaveOutIsWhatItStandsForWhereThatIsCertain() {
        Map<String, String> outputs = new LinkedHashMap<>();
        outputs.put("number", "5");
        outputs.put("version", "1.10");
        outputs.put("zeros", "007");
        outputs.put("quoted", "\"a b\"");
        outputs.put("list", " [1, 2]");
        outputs.put("map", "{\"a\": {\"b\": null}}");
        outputs.put("yes", "true");
        outputs.put("nothing", "null");
        outputs.put("words", "5 apples");
        outputs.put("broken", "{a} b");
        outputs.put("more", "{} {}");
        assertEquals("{\"number\":5,\"version\":\"1.10\",\"zeros\":\"007\",\"quoted\":\"a b\",\"list\":[1,2],"
                + "\"map\":{\"a\":{\"b\":null}},\"yes\":true,\"nothing\":\"null\",\"words\":\"5 apples\","
                + "\"broken\":\"{a} b\",\"more\":\"{} {}\"}",
                Json.line(RunJson.of("ops", RUN, outputs, Optional.of(new Advance(0.4, "half")), BERLIN).outputs()));
    }

    @Test
    void aRunThatNeverWas() {
        Run missed = Run.never(ID, "backup", 3, NOON, RunState.MISSED, "asleep", NOON, "box");
        assertEquals("{\"id\":\"01M86PTPG0XX2K7RNTE4W1G055\",\"namespace\":\"ops\",\"job\":\"backup\",\"version\":3,"
                + "\"trigger\":\"schedule\",\"scheduledAt\":\"2026-11-24T12:00:00Z\",\"startedAt\":null,"
                + "\"finishedAt\":\"2026-11-24T12:00:00Z\",\"durationMs\":null,\"state\":\"missed\",\"exitCode\":null,"
                + "\"attempt\":0,\"reason\":\"asleep\",\"host\":\"box\",\"outputs\":{},\"progress\":null}",
                Json.line(RunJson.of("ops", missed, ZoneId.of("UTC"))));
    }

    @Test
    void aJob() {
        assertEquals("""
                {
                  "namespace": "ops",
                  "name": "backup",
                  "description": "all of it",
                  "schedules": [
                    "0 3 * * *",
                    "once"
                  ],
                  "timezone": "Europe/Berlin",
                  "enabled": true,
                  "pausedUntil": null,
                  "nextRun": "2026-11-24T13:00:00+01:00",
                  "lastRun": {
                    "id": "01M86PTPG0XX2K7RNTE4W1G055",
                    "state": "failed",
                    "startedAt": "2026-11-24T12:00:00.004Z",
                    "durationMs": 1500
                  },
                  "version": 3,
                  "createdAt": "2026-11-24T12:00:00Z",
                  "updatedAt": "2026-11-24T12:00:05Z"
                }""", Json.pretty(JobJson.of(new JobView("ops", row(NOON), RUN), ZoneId.of("UTC"))));
    }

    @Test
    void aJobThatNeverRanAndNeverWill() {
        JobJson json = JobJson.of(new JobView("ops", row(null), null), ZoneId.of("UTC"));
        assertEquals("{\"namespace\":\"ops\",\"name\":\"backup\",\"description\":\"all of it\","
                + "\"schedules\":[\"0 3 * * *\",\"once\"],\"timezone\":\"Europe/Berlin\",\"enabled\":true,"
                + "\"pausedUntil\":null,\"nextRun\":null,\"lastRun\":null,\"version\":3,"
                + "\"createdAt\":\"2026-11-24T12:00:00Z\",\"updatedAt\":\"2026-11-24T12:00:05Z\"}", Json.line(json));
    }

    @Test
    void aNamespace() {
        NamespaceCard card = new NamespaceCard(TempStore.OPS, 2, NOON, NOON.plusSeconds(5));
        Owner owner = new Owner(Owner.Kind.SCHEDULER, new ProcessIdentity(4711, 1, "b"), "box", NOON, "/run/x.sock");
        assertEquals("""
                {
                  "id": "ops",
                  "title": "Operations",
                  "origin": {
                    "host": "box",
                    "user": "ada",
                    "resource": "/srv/supertask.yaml"
                  },
                  "authors": [
                    "ada@example.org"
                  ],
                  "jobs": 2,
                  "owner": {
                    "pid": 4711,
                    "host": "box",
                    "since": "2026-11-24T13:00:00+01:00"
                  },
                  "createdAt": "2026-11-24T13:00:00+01:00",
                  "updatedAt": "2026-11-24T13:00:05+01:00"
                }""", Json.pretty(NamespaceJson.of(new ListNamespaces.View(card, owner), BERLIN)));
        assertEquals(null, NamespaceJson.of(new ListNamespaces.View(card, null), BERLIN).owner());
    }

    @Test
    void theStoresSmallFiles() {
        JsonDocuments documents = new JsonDocuments();
        NamespaceCard card = new NamespaceCard(TempStore.OPS, 2, NOON, NOON.plusSeconds(5));
        assertEquals("""
                {
                  "id": "ops",
                  "title": "Operations",
                  "origin": {
                    "host": "box",
                    "user": "ada",
                    "resource": "/srv/supertask.yaml"
                  },
                  "authors": [
                    "ada@example.org"
                  ],
                  "jobs": 2,
                  "createdAt": "2026-11-24T12:00:00Z",
                  "updatedAt": "2026-11-24T12:00:05Z"
                }
                """, documents.write(card));
        assertEquals(card, documents.readCard(documents.write(card)));
        Owner owner = new Owner(Owner.Kind.VISITOR, new ProcessIdentity(4711, 99, "b"), "box", NOON, "");
        assertEquals("""
                {
                  "kind": "VISITOR",
                  "pid": 4711,
                  "startTime": 99,
                  "bootId": "b",
                  "host": "box",
                  "since": "2026-11-24T12:00:00Z",
                  "socket": ""
                }
                """, documents.write(owner));
        assertEquals(owner, documents.readOwner(documents.write(owner)));
        for (String damaged : List.of("", "null", "[]", "{", "{}", "{\"id\":\"../x\"}")) {
            assertThrows(IllegalArgumentException.class, () -> documents.readCard(damaged), damaged);
            assertThrows(IllegalArgumentException.class, () -> documents.readOwner(damaged), damaged);
        }
    }

    @Test
    void outcomesArriveAsTheyWere() {
        Outcome.Ending stop = new Outcome.Ending(RunState.STOPPED, "Ctrl-C");
        for (Outcome outcome : List.of(new Outcome.Exited(7), new Outcome.Signalled(9),
                new Outcome.NotStarted(126, "why"), new Outcome.Ended(stop, new Outcome.Exited(130)),
                new Outcome.Lost("why"), new Outcome.Explained(1, "why"))) {
            OutcomeJson json = OutcomeJson.of(outcome);
            assertEquals(outcome, Json.read(Json.line(json), OutcomeJson.class).outcome());
        }
        assertEquals("{\"kind\":\"not-started\",\"number\":126,\"why\":\"why\"}",
                Json.line(OutcomeJson.of(new Outcome.NotStarted(126, "why"))));
        OutcomeJson stopped = OutcomeJson.of(new Outcome.Ended(stop, new Outcome.Signalled(2)));
        assertEquals(130, stopped.outcome().exitCode(), "the code is the same, whatever it came from");
        assertThrows(IllegalArgumentException.class, () -> new OutcomeJson("exploded", 1, null).outcome());
    }

    private static JobRow row(@Nullable Instant next) {
        return new JobRow(1, "backup", JobSource.TIMETABLE, 3, "all of it", List.of("0 3 * * *", "once"),
                "Europe/Berlin", true, new JobRow.Plan(NOON, NOON, next, ""), NOON, NOON.plusSeconds(5), null);
    }
}
