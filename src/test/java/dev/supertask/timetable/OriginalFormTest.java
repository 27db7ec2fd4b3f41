package dev.supertask.timetable;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import dev.supertask.job.Callee;
import dev.supertask.job.Job;
import dev.supertask.job.Payload;
import dev.supertask.job.Place;
import dev.supertask.job.Policies;
import dev.supertask.job.Step;
import dev.supertask.job.Step.Condition;
import dev.supertask.problem.Problem;
import dev.supertask.schedule.Schedule;
import dev.supertask.schedule.ScheduleText;
import org.junit.jupiter.api.Test;

/// Timetables of the Python original are read as they are.
class OriginalFormTest {
    private static final Place HERE = new Place.ThisMachine(Texts.AROUND.folder(), Map.of());

    @Test
    void readsEverythingThatTheOriginalWrites() {
        Timetable timetable = Texts.read("""
                meta:
                  type: supertask-timetable
                  version: 1
                  generator: supertask-v0.0.0
                  namespace: ops
                tasks:
                  - meta:
                      id: "lKPzlamA"
                      name: Example Python reference
                      description: Run a Python function every five seconds.
                      enabled: true
                    on:
                      schedule:
                        - cron: "*/5 * * * * * *"
                        - cron: "0 9 * * mon-fri"
                        - cron: "@daily"
                    steps:
                      - name: Invoke example waiter
                        uses: "python-entrypoint"
                        run: "supertask.contrib.testing:example_waiter"
                        args: []
                        kwargs:
                          jitter: 0.42
                      - name: Invoke notifier
                        if: false
                        uses: "python-file"
                        run: "bin/notify.py:slack"
                        args: [1, "1", null, {deep: [true]}]
                        kwargs: {channel: sig, content: "Hello, World!"}
                """);

        Step waiter = new Step("Invoke example waiter", Condition.SUCCESS,
                new Payload.Call(new Callee.Entrypoint("supertask.contrib.testing", "example_waiter"), "[]",
                        "{\"jitter\": 0.42}"),
                null, HERE);
        Step notifier = new Step("Invoke notifier", Condition.NEVER,
                new Payload.Call(new Callee.PythonFile(Path.of("/srv/ops/bin/notify.py"), "slack"),
                        "[1, \"1\", null, {\"deep\": [true]}]",
                        "{\"channel\": \"sig\", \"content\": \"Hello, World!\"}"),
                null, HERE);
        assertEquals(new Timetable("ops", "", List.of(), List.of(new Job("lKPzlamA", "Example Python reference",
                "Run a Python function every five seconds.", List.of(),
                schedules("*/5 * * * * * *", "0 9 * * MON-FRI", "@daily"), Texts.AROUND.zone(), true,
                List.of(waiter, notifier), Policies.DEFAULT)), List.of()), timetable);
    }

    @Test
    void readsJsonAlike() {
        Timetable timetable = Texts.read("""
                {"tasks": [{"meta": {"id": "a", "enabled": false}, "on": {"schedule": [{"cron": "0 3 * * *"}]},
                  "steps": [{"uses": "python-file", "run": "a.py", "kwargs": {"n": 1.50, "text": "é"}}]}]}
                """);

        Payload call = new Payload.Call(new Callee.PythonFile(Path.of("/srv/ops/a.py"), "run"), "[]",
                "{\"n\": 1.50, \"text\": \"é\"}");
        assertEquals(List.of(new Job("a", "", "", List.of(), schedules("0 3 * * *"), Texts.AROUND.zone(), false,
                List.of(new Step("step-1", Condition.SUCCESS, call, null, HERE)), Policies.DEFAULT)), timetable.jobs());
    }

    @Test
    void takesConditionsAsBooleansAndAsWords() {
        assertEquals(List.of(Condition.SUCCESS, Condition.NEVER, Condition.NEVER, Condition.ALWAYS, Condition.FAILURE),
                steps("""
                        - {uses: python-file, run: a.py, if: true}
                        - {uses: python-file, run: a.py, if: "no"}
                        - {uses: python-file, run: a.py, if: 0}
                        - {uses: python-file, run: a.py, if: always()}
                        - {uses: python-file, run: a.py, if: failure}
                        """).stream().map(Step::condition).toList());
    }

    @Test
    void givesEachStepANameOfItsOwn() {
        assertEquals(List.of("Notify", "notify 2", "step-3", "step"), steps("""
                - {uses: python-file, run: a.py, name: Notify}
                - {uses: python-file, run: a.py, name: "notify "}
                - {uses: python-file, run: a.py}
                - {uses: python-file, run: a.py, name: "\\t"}
                """).stream().map(Step::name).toList());
    }

    @Test
    void warnsOfWhatMeansNothingHereAndOfWeekdaysInNumbers() {
        List<Problem> warnings = Texts.read("""
                meta: {type: supertask-timetable, licence: MIT}
                tasks:
                  - meta: {id: a, last_run: null}
                    on: {schedule: [{cron: "0 3 * * 0"}]}
                    steps: [{uses: python-file, run: a.py}]
                """).warnings();

        assertEquals("""
                supertask.yaml:1:35: warning ST-W11: "licence" in "meta" means nothing here
                    1 | meta: {type: supertask-timetable, licence: MIT}
                      |                                   ^~~~~~~
                supertask.yaml:3:19: warning ST-W11: "last_run" in "meta" of task "a" means nothing here \
                · "supertask list-runs" tells how runs went
                    3 |   - meta: {id: a, last_run: null}
                      |                   ^~~~~~~~
                supertask.yaml:4:37: warning ST-W07: day-of-week "0" counts from Monday = 0 here, and means MON \
                · names mean the same everywhere
                    4 |     on: {schedule: [{cron: "0 3 * * 0"}]}
                      |                                     ^
                """.stripTrailing(), String.join("\n", warnings.stream().map(Problem::render).toList()));
    }

    private static List<Step> steps(String list) {
        return Texts.read("tasks:\n  - meta: {id: a}\n    on: {schedule: [{cron: '@daily'}]}\n    steps:\n"
                + list.indent(6)).jobs().getFirst().steps();
    }

    private static List<Schedule> schedules(String... texts) {
        return List.of(texts).stream().map(text -> ScheduleText.parse(text).schedule()).toList();
    }
}
