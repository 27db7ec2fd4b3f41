package dev.supertask.timetable;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import dev.supertask.job.Job;
import org.junit.jupiter.api.Test;

class ConciseTextTest {

    @Test
    void writesATimetableOfThePythonOriginal() {
        assertEquals("""
                namespace: ops
                timezone: Europe/Berlin

                jobs:
                  lKPzlamA:
                    title: Example Python reference
                    description: Run a Python function every five seconds.
                    when: "*/5 * * * * * *"
                    steps:
                      - name: Invoke example waiter
                        call: "supertask.contrib.testing:example_waiter"
                        args: [1, "1"]
                        kwargs:
                          jitter: 0.42
                      - name: Invoke notifier
                        if: false
                        call: "bin/notify.py:slack"
                        kwargs:
                          content: "Hello, World!"

                  monday:
                    enabled: false
                    when: ["0 9 * * MON", "@daily"]
                    steps:
                      - name: step-1
                        call: "jobs.py:run"
                """, converted("timetable.yaml", """
                meta: {type: supertask-timetable, version: 1, namespace: ops}
                tasks:
                  - meta: {id: lKPzlamA, name: Example Python reference, enabled: true,
                           description: Run a Python function every five seconds.}
                    on: {schedule: [{cron: "*/5 * * * * * *"}]}
                    steps:
                      - {name: Invoke example waiter, uses: python-entrypoint, args: [1, "1"],
                         run: "supertask.contrib.testing:example_waiter", kwargs: {jitter: 0.42}}
                      - {name: Invoke notifier, if: false, uses: python-file, run: "bin/notify.py:slack",
                         kwargs: {content: "Hello, World!"}}
                  - meta: {id: monday, enabled: false}
                    on: {schedule: [{cron: "0 9 * * 0"}, {cron: "@daily"}]}
                    steps: [{uses: python-file, run: jobs.py}]
                """));
    }

    @Test
    void writesATaskFile() {
        assertEquals("""
                timezone: UTC

                jobs:
                  cleanup:
                    when: "@daily"
                    call: cleanup.py
                    kwargs:
                      schemas: [foo, bar]
                    env:
                      DATABASE_URL: "crate://localhost:4200/"
                    timeout: 5m
                """, converted("cleanup.py", """
                # /// task
                # cron = "@daily"
                # timezone = "UTC"
                # timeout = "5m"
                # env.DATABASE_URL = "crate://localhost:4200/"
                # options.schemas = ["foo", "bar"]
                # ///
                """));
    }

    @Test
    void saysOnceWhatAllJobsShareAndKeepsVariablesOfTheEnvironment() {
        Surroundings around = new Surroundings(Texts.AROUND.folder(), Texts.AROUND.zone(),
                Unexpanded.of(Texts.AROUND.environment()));
        Timetable timetable = TimetableText.read("supertask.json",
                """
                        {"meta": {"title": "Night", "authors": ["ada@example.org"]}, "env": {"HOST": "${DB_HOST}", "A": "$${x}"},
                         "defaults": {"timeout": "1h"},
                         "jobs": {"a": {"when": "@daily", "timezone": "UTC", "run": "make a\\n./a", "env": {"B": "~${HOME}/b"}},
                                  "b": {"every": "1h", "script": "b.sh", "args": ["-v", "1"], "working-dir": "/tmp"}}}
                        """,
                around);

        assertEquals("""
                meta:
                  title: Night
                  authors: ["ada@example.org"]
                env:
                  A: "$${x}"
                  HOST: "${DB_HOST}"

                jobs:
                  a:
                    when: "@daily"
                    timezone: UTC
                    run: |-
                      make a
                      ./a
                    env:
                      B: "~${HOME}/b"
                    timeout: 1h

                  b:
                    when: "@every 1h"
                    timezone: Europe/Berlin
                    script: b.sh
                    args: [-v, 1]
                    working-dir: /tmp
                    timeout: 1h
                """.replace("[\"ada@example.org\"]", "[ada@example.org]").replace("[-v, 1]", "[\"-v\", 1]"),
                ConciseText.write(timetable, around.folder()));
    }

    @Test
    void readsBackEqualWhateverTheJobs() {
        Random random = new Random(20261124);
        for (int i = 0; i < 300; i++) {
            Map<String, Job> jobs = new LinkedHashMap<>();
            for (int n = random.nextInt(4); n >= 0; n--) {
                Job job = new RandomJobs(random).next();
                jobs.put(job.name(), job);
            }
            Timetable timetable = new Timetable(random.nextBoolean() ? null : "ops", "Night: all", List.of(),
                    List.copyOf(jobs.values()), List.of());
            Path folder = Path.of(random.nextBoolean() ? "/srv" : "/srv/a");
            String text = ConciseText.write(timetable, folder);
            Timetable back = TimetableText.read("supertask.yaml", text,
                    new Surroundings(folder, ZoneOffset.ofHours(7), Map.of()));
            assertEquals(timetable.jobs(), back.jobs(), text);
            assertEquals(text, ConciseText.write(back, folder));
        }
    }

    private static String converted(String name, String text) {
        Timetable timetable = Texts.read(name, text);
        String concise = ConciseText.write(timetable, Texts.AROUND.folder());
        assertEquals(timetable.jobs(), Texts.read(concise).jobs(), concise);
        return concise;
    }
}
