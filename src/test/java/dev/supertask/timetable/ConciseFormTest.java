package dev.supertask.timetable;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import dev.supertask.job.Job;
import dev.supertask.job.Payload;
import dev.supertask.job.Place;
import dev.supertask.job.Policies;
import dev.supertask.job.Step;
import dev.supertask.schedule.Schedule;
import dev.supertask.schedule.ScheduleText;
import org.junit.jupiter.api.Test;

/// Everything that the concise form can say in this version.
class ConciseFormTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Path FOLDER = Path.of("/srv/ops");

    @Test
    void readsAWholeTimetable() {
        Timetable timetable = Texts.read("""
                # Everything at once.
                namespace: ops
                meta: {title: Nightly operations, authors: [ada@example.org, "Grace Hopper"]}
                timezone: Europe/Paris
                env: {PGHOST: "${DB_HOST}", PGUSER: app, PRICE: "5$ or $$5"}
                defaults:
                  timeout: 1h
                  enabled: false
                  env: {PGUSER: backup, LANG: C}
                  working-dir: jobs
                  tags: [night]
                jobs:
                  backup:
                    when: "0 3 * * *"
                    run: pg_dump app | gzip > "app-$SUPERTASK_DATE.sql.gz"
                    description: |
                      Dumps the database.
                      Keep it.
                    tags: [db, "2"]
                    timeout: 30m
                    kill-after: 1m
                    enabled: true
                    env: {LANG: de_DE.UTF-8, LEVEL: 9}
                    working-dir: /var/backups
                    timezone: UTC
                  heartbeat:
                    every: 10s
                    exec: [curl, -fsS, "https://example.org/ping"]
                  report:
                    when:
                      - 30 7 * * MON-FRI
                      - "@monthly"
                    every: 1h
                    script: ../bin/report.sh
                    args: [--month, 1, no]
                """);

        Map<String, String> env = Map.of("PGHOST", "db1", "PGUSER", "backup", "PRICE", "5$ or $5", "LANG",
                "C");
        Map<String, String> own = Map.of("PGHOST", "db1", "PGUSER", "backup", "PRICE", "5$ or $5", "LANG",
                "de_DE.UTF-8", "LEVEL", "9");
        Policies hour = Policies.DEFAULT.withTimeout(Duration.ofHours(1));
        ZoneId paris = ZoneId.of("Europe/Paris");
        Path jobs = Path.of("/srv/ops/jobs");
        Job backup = new Job("backup", "Dumps the database.\nKeep it.\n", List.of("db", "2"),
                schedules("0 3 * * *"), ZoneId.of("UTC"), true,
                new Step(new Payload.Shell("pg_dump app | gzip > \"app-$SUPERTASK_DATE.sql.gz\""),
                        new Place.ThisMachine(Path.of("/var/backups"), own)),
                new Policies(Duration.ofMinutes(30), Duration.ofMinutes(1)));
        Job heartbeat = new Job("heartbeat", "", List.of("night"), schedules("@every 10s"), paris, false,
                new Step(new Payload.Argv(List.of("curl", "-fsS", "https://example.org/ping")),
                        new Place.ThisMachine(jobs, env)),
                hour);
        Job report = new Job("report", "", List.of("night"),
                schedules("30 7 * * MON-FRI", "@monthly", "@every 1h"), paris, false,
                new Step(new Payload.Script(Path.of("/srv/bin/report.sh"), List.of("--month", "1", "no")),
                        new Place.ThisMachine(jobs, env)),
                hour);
        assertEquals(new Timetable("ops", "Nightly operations", List.of("ada@example.org", "Grace Hopper"),
                List.of(backup, heartbeat, report), List.of()), timetable);
    }

    @Test
    void pinsEveryDefault() {
        Timetable timetable = Texts.read("""
                jobs:
                  backup:
                    when: once
                    run: date
                """);

        Job backup = new Job("backup", "", List.of(), schedules("once"), BERLIN, true,
                new Step(new Payload.Shell("date"), new Place.ThisMachine(FOLDER, Map.of())),
                new Policies(null, Duration.ofSeconds(10)));
        assertEquals(new Timetable(null, "", List.of(), List.of(backup), List.of()), timetable);
    }

    @Test
    void readsJsonWithTabsAlike() {
        Timetable json = Texts
                .read("""
                        {
                        \t"namespace":\t"ops",
                        \t"jobs": {
                        \t\t"backup": {"when": ["once"], "exec": ["echo", "a\\tb", "\\u00e4\\ud83d\\ude00"], "enabled": true}
                        \t}
                        }
                        """);

        Timetable yaml = Texts.read("""
                namespace: ops
                jobs:
                  backup:
                    when: once
                    exec: [echo, "a\\tb", ä😀]
                """);
        assertEquals(yaml, json);
    }

    @Test
    void takesWordsOfOlderYamlForText() {
        Timetable timetable = Texts.read("""
                jobs:
                  on:
                    when: once
                    exec: [yes, no, 010, 1_000, 12:30:45, 2026-01-01, 1e3, .5, "~", true]
                """);

        assertEquals(new Payload.Argv(
                List.of("yes", "no", "010", "1_000", "12:30:45", "2026-01-01", "1e3", ".5", "~",
                        "true")),
                timetable.jobs().getFirst().steps().getFirst().payload());
    }

    @Test
    void readsPrefixedPayloadsUnderRun() {
        Timetable timetable = Texts.read("""
                jobs:
                  code:
                    when: once
                    run: |
                      python:
                      import sys
                      print(sys.argv)
                    args: [a]
                  file: {when: once, run: "file:backup.sh --full"}
                """);

        assertEquals(List.of("import sys\nprint(sys.argv)\n"),
                timetable.jobs().stream().map(job -> job.steps().getFirst().payload())
                        .filter(Payload.Code.class::isInstance).map(code -> ((Payload.Code) code).text())
                        .toList());
        assertEquals(new Payload.Script(FOLDER.resolve("backup.sh"), List.of("--full")),
                timetable.jobs().getLast().steps().getFirst().payload());
    }

    @Test
    void takesSeparatorsOfOlderYamlForCharacters() {
        Timetable timetable = Texts.read("jobs: {a: {when: once, exec: [\"x\u2028y\", p\u0085q]}}");

        assertEquals(new Payload.Argv(List.of("x\u2028y", "p\u0085q")),
                timetable.jobs().getFirst().steps().getFirst().payload());
    }

    private static List<Schedule> schedules(String... texts) {
        return Arrays.stream(texts).map(text -> ScheduleText.parse(text).schedule()).toList();
    }
}
