package dev.supertask.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import dev.supertask.problem.ExitCode;
import dev.supertask.problem.Position;
import dev.supertask.problem.Problem;
import dev.supertask.problem.Refusal;
import dev.supertask.run.Outcome;
import dev.supertask.store.ProcessIdentity;
import dev.supertask.testkit.TempStore;
import org.junit.jupiter.api.Test;

class ProtocolTest {
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final String ID = "01M86PTPG0XX2K7RNTE4W1G055";
    private static final List<Question<?>> QUESTIONS = List.of(new Question.Jobs(),
            new Question.Runs(List.of("a*", "b\n\"ä😀"), List.of("failed"), NOON, 20),
            new Question.Runs(List.of(), List.of(), null, Integer.MAX_VALUE), new Question.OneJob("backup"),
            new Question.OneRun(ID), new Question.LastRun("backup"), new Question.Next(List.of("a"), NOON, 5),
            new Question.Why("a", NOON),
            new Question.Why("a", null), new Question.Statistics(List.of("a*"), NOON, 100),
            new Question.Statistics(List.of(), null, 0), new Question.Now(10),
            new Question.BeginInline(ID, "inline:\n  when: once\n", "", TempStore.OPS.origin(),
                    new ProcessIdentity(4711, Long.MAX_VALUE, "boot")),
            new Question.EndInline(ID, OutcomeJson.of(new Outcome.Exited(7)), NOON));

    @Test
    void everyQuestionArrivesAsItWasAsked() {
        for (Question<?> question : QUESTIONS) {
            String line = Protocol.ask(question);
            assertEquals(1, line.lines().count(), line);
            assertEquals(question, Protocol.question(line));
        }
        assertEquals(Set.copyOf(Arrays.asList(Question.class.getPermittedSubclasses())),
                QUESTIONS.stream().map(Object::getClass).collect(Collectors.toSet()), "all of them");
    }

    @Test
    void theLinesArePinned() {
        assertEquals("{\"supertask\":1,\"ask\":\"list-jobs\",\"with\":{}}", Protocol.ask(new Question.Jobs()));
        assertEquals("{\"supertask\":1,\"ask\":\"list-runs\",\"with\":{\"jobs\":[\"a\"],\"states\":[],"
                + "\"since\":\"2026-11-24T12:00:00Z\",\"limit\":5}}",
                Protocol.ask(new Question.Runs(List.of("a"), List.of(), NOON, 5)));
        assertEquals("{\"supertask\":1,\"answer\":[]}", Protocol.answer(List.of()));
        assertEquals("{\"supertask\":1,\"refused\":{\"exit\":\"FAILED\",\"problems\":[{\"severity\":\"ERROR\","
                + "\"position\":null,\"message\":\"no\",\"remedy\":\"yes\",\"warning\":null}]}}",
                Protocol.refuse(Refusal.failed("no", "yes")));
    }

    @Test
    void anAnswerArrivesAsItWasGiven() {
        RunDetailJson run = new RunDetailJson(Json.read("""
                {"id":"%s","namespace":"ops","job":"a","version":1,"trigger":"schedule","state":"queued",
                 "attempt":0,"host":"box","scheduledAt":"2026-11-24T13:00:00+01:00","outputs":{"a":"b"}}"""
                .formatted(ID), RunJson.class), "/srv/log", 1500L, 4096L,
                List.of(new StepJson(1, "fetch", "failed", 3, null, null, 5L, "exit code 3")));
        Question.OneRun question = new Question.OneRun(ID);
        assertEquals(List.of(run), Protocol.answer(Protocol.answer(List.of(run)), question));
        assertEquals(List.of(), Protocol.answer(Protocol.answer(List.of()), question));
        assertEquals("2026-11-24T13:00+01:00", String.valueOf(run.run().scheduledAt()), "the offset stays");
    }

    @Test
    void aRefusalArrivesWithItsPlaces() {
        Refusal refusal = new Refusal(ExitCode.MISTAKE,
                List.of(Problem.at(new Position("t.yaml", 3, 2, 2, "\tab"), "odd", "even"), Problem.of("x", null)));
        Refusal arrived = assertThrows(Refusal.class,
                () -> Protocol.answer(Protocol.refuse(refusal), new Question.Jobs()));
        assertEquals(refusal.problems(), arrived.problems());
        assertEquals(ExitCode.MISTAKE, arrived.exitCode());
    }

    @Test
    void whatANewerProgramAddsIsNotMinded() {
        assertEquals(new Question.OneJob("a"), Protocol.question(
                "{\"supertask\":1,\"since\":\"2.0\",\"ask\":\"show-job\",\"with\":{\"name\":\"a\",\"more\":[1]}}"));
    }

    @Test
    void otherVersionsVerbsAndTextsAreRefused() {
        String knows = "this supertask speaks protocol 1 and knows [begin-inline, end-inline, last-run, list-jobs,"
                + " list-runs, next, now, show-job, show-run, stats, why]";
        for (String line : List.of("{\"supertask\":2,\"ask\":\"list-jobs\",\"with\":{}}",
                "{\"supertask\":1,\"ask\":\"dance\",\"with\":{}}", "{\"supertask\":1}")) {
            assertEquals(knows,
                    assertThrows(IllegalArgumentException.class, () -> Protocol.question(line)).getMessage());
        }
        for (String line : List.of("", "GET / HTTP/1.1", "[]", "null", "{\"supertask\":1,\"ask\":\"show-job\"}",
                "{\"supertask\":1,\"ask\":\"list-runs\",\"with\":{\"limit\":\"many\"}}")) {
            assertThrows(IllegalArgumentException.class, () -> Protocol.question(line), line);
        }
        for (String line : List.of("", "{\"supertask\":1", "{\"supertask\":2,\"answer\":[]}", "{\"supertask\":1}",
                "{\"supertask\":1,\"answer\":{}}")) {
            assertThrows(IllegalArgumentException.class, () -> Protocol.answer(line, new Question.Jobs()), line);
        }
    }
}
