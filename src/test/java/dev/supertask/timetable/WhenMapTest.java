package dev.supertask.timetable;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import dev.supertask.job.Job;
import dev.supertask.schedule.Dst;
import dev.supertask.schedule.Schedule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The map form of schedules, and the policy for changes of the clocks.
class WhenMapTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {cron: "0 9 * * *"} | 0 9 * * *
            {cron: "@daily"} | @daily
            {cron: H H * * *, jitter: 30s} | H H * * * jitter=30s
            {cron: "0 9 * * *", timezone: Europe/Berlin, from: 2026-01-01, until: 2026-12-31, times: 5, jitter: 30s} | 0 9 * * * timezone=Europe/Berlin from=2026-01-01T00:00 until=2026-12-31 times=5 jitter=30s
            {every: 1h} | @every 1h
            {every: P1M, starting: 2026-01-31T09:00} | @every P1M starting=2026-01-31T09:00
            {every: 1h, starting: "2026-01-01T00:00Z", measure: from-end} | @every 1h starting=2026-01-01T00:00Z measure=from-end
            {at: 2027-01-01T09:00} | at 2027-01-01T09:00
            {at: [2027-01-01T09:00, "2027-02-01T09:00+01:00"], times: 1} | at 2027-01-01T09:00, 2027-02-01T09:00+01:00 times=1
            {repeat: R5/2026-01-01T00:00:00Z/PT1H} | R5/2026-01-01T00:00Z/PT1H
            """)
    void readsEveryKind(String when, String text) {
        assertEquals(List.of(text), texts("when: " + when));
    }

    @Test
    void mixesTextsAndMapsInOneList() {
        assertEquals(List.of("@daily", "@every 1h", "0 9 * * * timezone=Asia/Tokyo", "@every 2d"), texts("""
                when: ["@daily", {every: 1h}, 0 9 * * * timezone=Asia/Tokyo]
                    every: 2d
                """));
    }

    @Test
    void spreadsAllSchedulesOfAJobThatHaveNoJitterOfTheirOwn() {
        assertEquals(List.of("@daily jitter=5m", "@every 1h jitter=1s", "@reboot"), texts("""
                when: ["@daily", "@every 1h jitter=1s", "@reboot"]
                    jitter: 5m
                """));
    }

    @Test
    void readsThePolicyForChangesOfTheClocks() {
        assertEquals(new Dst(null, null), job("when: once").policies().dst());
        assertEquals(new Dst(Dst.Gap.SHIFT, Dst.Overlap.BOTH),
                job("when: once\n    dst: {gap: shift, overlap: both}").policies().dst());
        Job inherits = Texts.read("""
                defaults: {dst: {gap: skip, overlap: second}}
                jobs:
                  a: {when: once, run: date, dst: {gap: after}}
                """).jobs().getFirst();
        assertEquals(new Dst(Dst.Gap.AFTER, Dst.Overlap.SECOND), inherits.policies().dst());
    }

    @Test
    void tellsEveryMistakeOfAMapAtItsPlace() {
        Texts.refused("""
                jobs:
                  a: {when: {cron: "60 * * * *", form: tomorrow, times: 0}, run: date}
                  b: {when: {cron: "@daily", every: 1h}, run: date}
                  c: {when: {timezone: UTC}, run: date}
                  d: {when: {}, run: date}
                  e: {when: {at: []}, run: date}
                  f: {when: {at: [2027-01-01T09:00, soon]}, run: date}
                  g: {when: {cron: "@reboot"}, run: date}
                  h: {when: {cron: "@daily", measure: from-end}, run: date}
                  i: {when: {every: P1D, measure: from-end}, run: date}
                  j: {when: {repeat: R5/PT1H, jitter: }, run: date}
                  k: {when: [{every: 0s}, "61 * * * *"], run: date, dst: {gap: ignore, overlaps: both}}
                  l: {when: {every: 1h, measure: from-end, times: 3}, run: date}
                """,
                """
                        supertask.yaml:2:21: minute "60" is not in 0 to 59 · write "0"
                            2 |   a: {when: {cron: "60 * * * *", form: tomorrow, times: 0}, run: date}
                              |                     ^~
                        supertask.yaml:2:34: unknown key "form" in "when" in job "a" · did you mean "from"?
                            2 |   a: {when: {cron: "60 * * * *", form: tomorrow, times: 0}, run: date}
                              |                                  ^~~~
                        supertask.yaml:2:57: "0" is no number of times · write 1 to 1000; what comes more often is bounded with "until"
                            2 |   a: {when: {cron: "60 * * * *", form: tomorrow, times: 0}, run: date}
                              |                                                         ^
                        supertask.yaml:3:30: "every" in "when" in job "b" stands beside "cron" · write a list of two maps
                            3 |   b: {when: {cron: "@daily", every: 1h}, run: date}
                              |                              ^~~~~
                        supertask.yaml:4:13: "when" in job "c" does not say when · add one of at, cron, every, repeat
                            4 |   c: {when: {timezone: UTC}, run: date}
                              |             ^~~~~~~~~~~~~~~
                        supertask.yaml:5:13: "when" in job "d" does not say when · add one of at, cron, every, repeat
                            5 |   d: {when: {}, run: date}
                              |             ^~
                        supertask.yaml:6:18: "at" in "when" in job "e" is an empty list · write at least one, or remove the key
                            6 |   e: {when: {at: []}, run: date}
                              |                  ^~
                        supertask.yaml:7:37: "soon" is not a date and time · write it like "2027-01-01T09:00" or "2027-01-01T09:00Z"
                            7 |   f: {when: {at: [2027-01-01T09:00, soon]}, run: date}
                              |                                     ^~~~
                        supertask.yaml:8:21: "@reboot" is no cron text · write it without "cron", or under "every", "at" or "repeat"
                            8 |   g: {when: {cron: "@reboot"}, run: date}
                              |                     ^~~~~~~
                        supertask.yaml:9:13: "measure" belongs only to an interval · remove it
                            9 |   h: {when: {cron: "@daily", measure: from-end}, run: date}
                              |             ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
                        supertask.yaml:10:13: an interval by the calendar cannot be measured from the end of a run · write it in hours or shorter, such as "24h"
                           10 |   i: {when: {every: P1D, measure: from-end}, run: date}
                              |             ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
                        supertask.yaml:11:22: "R5/PT1H" is not a repeating interval · write it like "R5/2026-01-01T00:00Z/PT1H"
                           11 |   j: {when: {repeat: R5/PT1H, jitter: }, run: date}
                              |                      ^~~~~~~
                        supertask.yaml:11:31: "jitter" in "when" in job "j" has no value · write one, or remove the key
                           11 |   j: {when: {repeat: R5/PT1H, jitter: }, run: date}
                              |                               ^~~~~~
                        supertask.yaml:12:22: "0s" is shorter than a millisecond · write "1ms" or more
                           12 |   k: {when: [{every: 0s}, "61 * * * *"], run: date, dst: {gap: ignore, overlaps: both}}
                              |                      ^~
                        supertask.yaml:12:28: minute "61" is not in 0 to 59
                           12 |   k: {when: [{every: 0s}, "61 * * * *"], run: date, dst: {gap: ignore, overlaps: both}}
                              |                            ^~
                        supertask.yaml:12:64: "gap" in "dst" of job "k" cannot be "ignore" · write one of after, skip, shift
                           12 |   k: {when: [{every: 0s}, "61 * * * *"], run: date, dst: {gap: ignore, overlaps: both}}
                              |                                                                ^~~~~~
                        supertask.yaml:12:72: unknown key "overlaps" in "dst" of job "k" · did you mean "overlap"?
                           12 |   k: {when: [{every: 0s}, "61 * * * *"], run: date, dst: {gap: ignore, overlaps: both}}
                              |                                                                        ^~~~~~~~
                        supertask.yaml:13:13: "times" cannot count what is measured from the end of a run · bound it with "until"
                           13 |   l: {when: {every: 1h, measure: from-end, times: 3}, run: date}
                              |             ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
                        """);
    }

    private static List<String> texts(String keys) {
        return job(keys).schedules().stream().map(Schedule::text).toList();
    }

    private static Job job(String keys) {
        return Texts.read("jobs:\n  a:\n    run: date\n    " + keys + "\n").jobs().getFirst();
    }
}
