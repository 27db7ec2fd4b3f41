package dev.supertask.timetable;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import dev.supertask.job.Job;
import dev.supertask.job.Payload;
import dev.supertask.job.Place;
import dev.supertask.job.ProcessSettings;
import dev.supertask.job.Step;
import dev.supertask.job.Step.Condition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Jobs that launch several things, one after another.
class StepsTest {
    private static final Place HERE = new Place.ThisMachine(Path.of("/srv/ops"), Map.of());

    @Test
    void areLaunchedInTheOrderInWhichTheyStand() {
        Job job = Texts.read("""
                jobs:
                  report:
                    when: "@daily"
                    steps:
                      - name: fetch
                        run: curl -o data.json https://example.org/data
                      - exec: [jq, .count, data.json]
                      - name: Load the data
                        script: load.py
                        args: [data.json]
                      - name: tell
                        if: failure
                        run: mail -s failed ops
                      - {if: always, run: rm -f data.json}
                      - {if: false, run: "python:print(1)"}
                """).jobs().getFirst();

        assertEquals(List.of(
                new Step("fetch", Condition.SUCCESS,
                        new Payload.Shell("curl -o data.json https://example.org/data"), null, HERE),
                new Step("step-2", Condition.SUCCESS, new Payload.Argv(List.of("jq", ".count", "data.json")), null,
                        HERE),
                new Step("Load the data", Condition.SUCCESS,
                        new Payload.Script(Path.of("/srv/ops/load.py"), List.of("data.json")), null, HERE),
                new Step("tell", Condition.FAILURE, new Payload.Shell("mail -s failed ops"), null, HERE),
                new Step("step-5", Condition.ALWAYS, new Payload.Shell("rm -f data.json"), null, HERE)),
                job.steps().subList(0, 5));
        assertEquals(Condition.NEVER, job.steps().get(5).condition());
    }

    @Test
    void areShellTextWhereTheyAreNoMaps() {
        List<Step> steps = Texts.read("""
                jobs:
                  report: {when: once, steps: [date, "echo done"]}
                """).jobs().getFirst().steps();

        assertEquals(List.of(new Step("step-1", Condition.SUCCESS, new Payload.Shell("date"), null, HERE),
                new Step("step-2", Condition.SUCCESS, new Payload.Shell("echo done"), null, HERE)), steps);
    }

    @Test
    void runWhereAndAsWhomTheirJobDoesUnlessTheySaySo() {
        List<Step> steps = Texts.read("""
                jobs:
                  report:
                    when: once
                    env: {A: "1", B: "2"}
                    working-dir: data
                    user: ada
                    steps:
                      - date
                      - run: date
                        env: {B: "3", C: "4"}
                        working-dir: /tmp
                        user: bob
                        nice: 5
                """).jobs().getFirst().steps();

        assertEquals(
                List.of(new Place.ThisMachine(Path.of("/srv/ops/data"), Map.of("A", "1", "B", "2"), user("ada", null)),
                        new Place.ThisMachine(Path.of("/tmp"), Map.of("A", "1", "B", "3", "C", "4"), user("bob", 5))),
                steps.stream().map(Step::place).toList());
    }

    @Test
    void areWrittenAfterWhatTheyShare() {
        Job job = Texts.read("""
                jobs:
                  report:
                    when: once
                    env: {A: "1", B: "2"}
                    nice: 5
                    steps:
                      - date
                      - {name: "on error", if: failure, exec: [mail, -s, failed], env: {B: "3"}, working-dir: /tmp}
                """).jobs().getFirst();

        assertEquals("""
                report:
                  when: once
                  timezone: Europe/Berlin
                  working-dir: /srv/ops
                  env:
                    A: 1
                  nice: 5
                  steps:
                    - name: step-1
                      run: date
                      env:
                        B: 2
                    - name: on error
                      if: failure
                      exec: [mail, "-s", failed]
                      working-dir: /tmp
                      env:
                        B: 3
                """, JobText.write(job));
        assertEquals(job, JobText.read(JobText.write(job)));
    }

    @Test
    void areAJobsOnlyPayloadWhereThatHasNoName() {
        Job one = Texts.read("jobs: {a: {when: once, run: date}}").jobs().getFirst();
        Job list = Texts.read("jobs: {a: {when: once, steps: [date]}}").jobs().getFirst();

        assertEquals("", one.steps().getFirst().name());
        assertEquals("step-1", list.steps().getFirst().name());
    }

    private static ProcessSettings user(String user, @Nullable Integer nice) {
        return new ProcessSettings(user, null, null, nice, ProcessSettings.INHERITED.limits());
    }
}
