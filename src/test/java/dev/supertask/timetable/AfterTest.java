package dev.supertask.timetable;

import static dev.supertask.timetable.Texts.read;
import static dev.supertask.timetable.Texts.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import dev.supertask.job.Job;
import dev.supertask.job.Upstream;
import dev.supertask.job.Upstream.On;
import dev.supertask.testkit.Jobs;
import org.junit.jupiter.api.Test;

/// `after`: jobs that run after others.
class AfterTest {

    @Test
    void isANameOrAListOfNamesAndMaps() {
        List<Job> jobs = read("""
                jobs:
                  extract: {when: "0 3 * * *", run: date}
                  load: {after: extract, run: date}
                  alert: {after: {job: load, on: failure}, run: date}
                  report: {after: [extract, {job: load, on: always}], run: date}
                  tidy: {after: [{job: load}], run: date}
                """).jobs();

        assertEquals(List.of(List.of(), List.of(new Upstream("extract", On.SUCCESS)),
                List.of(new Upstream("load", On.FAILURE)),
                List.of(new Upstream("extract", On.SUCCESS), new Upstream("load", On.ALWAYS)),
                List.of(new Upstream("load", On.SUCCESS))), jobs.stream().map(Job::after).toList());
        assertEquals(List.of(1, 0, 0, 0, 0), jobs.stream().map(job -> job.schedules().size()).toList());
    }

    @Test
    void isWrittenAsShortAsItCanBe() {
        String text = read("""
                jobs:
                  a: {when: once, run: date}
                  b: {after: a, run: date}
                  c: {after: [a, b], run: date}
                  d: {after: [{job: a, on: failure}, c], run: date}
                """).jobs().stream().map(JobText::write).collect(Collectors.joining());

        assertEquals("""
                  after: a
                  after: [a, b]
                  after:
                    - job: a
                      on: failure
                    - job: c
                """, text.lines().filter(line -> line.matches(" *(after|- job| on).*|.*on: .*"))
                .collect(Collectors.joining("\n", "", "\n")));
    }

    @Test
    void isReadBackEqualInTheTextOfOneJob() {
        for (On on : On.values()) {
            List<Upstream> after = List.of(new Upstream("null", On.SUCCESS), new Upstream("1e3", on));
            for (List<Upstream> some : List.of(after, after.subList(0, 1), after.subList(1, 2))) {
                Job job = Jobs.named("true").after(some.toArray(Upstream[]::new)).build();
                assertEquals(job, JobText.read(JobText.write(job)));
            }
        }
    }

    @Test
    void mayNameJobsOfOtherTextsInBothDirections() {
        Shelf shelf = Shelf.of("supertask.yaml", """
                include: more.yaml
                jobs:
                  load: {after: extract, run: date}
                """, "more.yaml", """
                jobs:
                  extract: {when: once, run: date}
                  report: {after: load, run: date}
                """);

        assertEquals(List.of("load", "extract", "report"),
                shelf.read("supertask.yaml").jobs().stream().map(Job::name).toList());
    }

    @Test
    void isEnoughToBeDue() {
        refused("""
                jobs:
                  load: {run: date}
                """, """
                supertask.yaml:2:3: job "load" is never due · add "when", "every" or "after"
                    2 |   load: {run: date}
                      |   ^~~~
                """);
    }

    @Test
    void doesNotGoTogetherWithASchedule() {
        refused("""
                jobs:
                  a: {when: once, run: date}
                  b: {when: once, after: a, run: date}
                """,
                """
                        supertask.yaml:3:3: job "b" has both "after" and a schedule, which this version does not join · remove one of these
                            3 |   b: {when: once, after: a, run: date}
                              |   ^
                        """);
    }

    @Test
    void mustNameJobsThatAreThere() {
        refused("""
                jobs:
                  extract: {when: once, run: date}
                  load: {after: [extrakt, {job: nothing-like-it, on: always}], run: date}
                """,
                """
                        supertask.yaml:3:18: "after" in job "load" names "extrakt", but the timetable has no such job · did you mean "extract"?
                            3 |   load: {after: [extrakt, {job: nothing-like-it, on: always}], run: date}
                              |                  ^~~~~~~
                        supertask.yaml:3:33: "after" in job "load" names "nothing-like-it", but the timetable has no such job · write the name of one of its jobs
                            3 |   load: {after: [extrakt, {job: nothing-like-it, on: always}], run: date}
                              |                                 ^~~~~~~~~~~~~~~
                        """);
    }

    @Test
    void namesAJobThatHasMistakesItself() {
        refused("""
                jobs:
                  extract: {when: 61 * * * *, run: date}
                  load: {after: extract, run: date}
                """, """
                supertask.yaml:2:19: minute "61" is not in 0 to 59
                    2 |   extract: {when: 61 * * * *, run: date}
                      |                   ^~
                """);
    }

    @Test
    void mustNotGoInARing() {
        refused("""
                jobs:
                  a: {after: c, run: date}
                  b: {after: a, run: date}
                  c: {after: [x, b], run: date}
                  x: {after: x, run: date}
                """, """
                supertask.yaml:4:18: job "c" is after itself in the end: a → b → c → a · remove one of these
                    4 |   c: {after: [x, b], run: date}
                      |                  ^
                supertask.yaml:5:14: job "x" is after itself · remove it
                    5 |   x: {after: x, run: date}
                      |              ^
                """);
    }

    @Test
    void mustNotGoInARingOverSeveralTexts() {
        Shelf.of("supertask.yaml", """
                include: more.yaml
                jobs:
                  a: {after: b, run: date}
                """, "more.yaml", """
                jobs:
                  b: {after: a, run: date}
                """).refused("supertask.yaml", """
                more.yaml:2:14: job "b" is after itself in the end: a → b → a · remove one of these
                    2 |   b: {after: a, run: date}
                      |              ^
                """);
    }

    @Test
    void mustBeOfTheRightForm() {
        refused("""
                jobs:
                  a: {when: once, run: date}
                  b: {after: [], run: date}
                  c: {after: [a, {on: success}, [a]], run: date}
                  d: {after: [a, a], run: date}
                  e: {after: {job: a, on: failed}, run: date}
                  f: {after: {jop: a}, run: date}
                  g: {after: , run: date}
                """,
                """
                        supertask.yaml:3:14: "after" in job "b" is an empty list · write the name of a job, or remove the key
                            3 |   b: {after: [], run: date}
                              |              ^~
                        supertask.yaml:4:18: an entry of "after" in job "c" names no job · add "job: NAME"
                            4 |   c: {after: [a, {on: success}, [a]], run: date}
                              |                  ^~~~~~~~~~~~~
                        supertask.yaml:4:33: an entry of "after" in job "c" must be the name of a job, but is a list · write one list of names
                            4 |   c: {after: [a, {on: success}, [a]], run: date}
                              |                                 ^~~
                        supertask.yaml:5:18: "after" in job "d" names "a" twice · keep one
                            5 |   d: {after: [a, a], run: date}
                              |                  ^
                        supertask.yaml:6:27: "on" in an entry of "after" in job "e" cannot be "failed" · write one of success, failure, always
                            6 |   e: {after: {job: a, on: failed}, run: date}
                              |                           ^~~~~~
                        supertask.yaml:7:15: unknown key "jop" in an entry of "after" in job "f" · did you mean "job"?
                            7 |   f: {after: {jop: a}, run: date}
                              |               ^~~
                        supertask.yaml:8:7: "after" in job "g" has no value · write one, or remove the key
                            8 |   g: {after: , run: date}
                              |       ^~~~~
                        """);
    }

    @Test
    void readsAChainOfManyThousandJobs() {
        String text = "jobs:\n  j0: {when: once, run: date}\n" + IntStream.range(1, 20_000)
                .mapToObj(i -> "  j" + i + ": {after: j" + (i - 1) + ", run: date}\n")
                .collect(Collectors.joining());

        assertEquals(20_000, read(text).jobs().size());
    }
}
