package dev.supertask.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import dev.supertask.testkit.Cli;
import dev.supertask.testkit.Seed;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `supertask show`.
class ShowTest {
    @TempDir
    private Path folder;

    private Cli cli;
    private Seed seed;

    @BeforeEach
    void aNightHasPassed() {
        cli = Cli.in(folder);
        seed = Night.of(cli);
    }

    @Test
    void showsEverythingAboutAJob() {
        assertEquals("""
                backup · Nightly dump
                  namespace   ops
                  schedule    every day at 03:00 (0 3 * * *)
                  time zone   Europe/Berlin
                  enabled     yes
                  version     1, since 2026-11-20 10:00:00
                  next        2026-11-25 03:00:00 (in 14 h)
                              2026-11-26 03:00:00 (in 1 d 14 h)
                              2026-11-27 03:00:00 (in 2 d 14 h)
                              2026-11-28 03:00:00 (in 3 d 14 h)
                              2026-11-29 03:00:00 (in 4 d 14 h)
                  last runs   01M85MG2802222222222222222  2026-11-24 03:00:00  failed, 12 min 34 s · exit code 3
                              01M8323B801111111111111111  2026-11-23 03:00:00  succeeded, 1.2 s
                  logs        supertask logs backup
                              under STORE/ops/runs
                  definition
                    backup:
                      description: Nightly dump
                      when: "0 3 * * *"
                      timezone: Europe/Berlin
                      run: pg_dump app
                      working-dir: /srv/ops
                """.replace("STORE", cli.store().toString()), cli.line("show backup").out());
    }

    @Test
    void showsEverythingAboutARun() {
        Path log = seed.log("ops", Night.SECOND, "dump failed\n");
        assertEquals("""
                01M85MG2802222222222222222
                  job         backup, version 1
                  namespace   ops
                  state       failed
                  reason      exit code 3
                  trigger     schedule
                  scheduled   2026-11-24 03:00:00 (10 h ago)
                  started     2026-11-24 03:00:00 (10 h ago)
                  finished    2026-11-24 03:12:34 (9 h 47 min ago)
                  duration    12 min 34 s
                  exit code   3
                  attempt     1
                  host        web1
                  log         LOG
                              supertask logs 01M85MG2802222222222222222
                """.replace("LOG", log.toString()), cli.line("show " + Night.SECOND).out());
    }

    @Test
    void aJobsOwnFieldsStandAtTheTopOfItsJson() {
        List<String> names = cli.line("show report --output json").out().lines()
                .filter(line -> line.matches("  \"[A-Za-z]+\": .*"))
                .map(line -> line.replaceFirst("^ +\"([A-Za-z]+)\".*", "$1")).toList();
        assertEquals(List.of("namespace", "name", "description", "schedules", "timezone", "enabled", "pausedUntil",
                "nextRun", "lastRun", "version", "createdAt", "updatedAt", "retiredAt", "definition", "words", "next",
                "runs"), names);
    }

    @Test
    void aRunsOwnFieldsStandAtTheTopOfItsYaml() {
        assertEquals("""
                id: 01M8323B801111111111111111
                namespace: ops
                job: backup
                version: 1
                trigger: schedule
                scheduledAt: '2026-11-23T03:00:00+01:00'
                startedAt: '2026-11-23T03:00:00+01:00'
                finishedAt: '2026-11-23T03:00:01.234+01:00'
                durationMs: 1234
                state: succeeded
                exitCode: 0
                attempt: 1
                reason: null
                host: web1
                outputs: {}
                progress: null
                log: STORE/ops/runs/01M83/01M8323B801111111111111111/log
                cpuMs: null
                peakKib: null
                steps: []
                """.replace("STORE", cli.store().toString()),
                cli.line("show " + Night.FIRST.toLowerCase(Locale.ROOT) + " --output yaml").out());
    }

    @Test
    void csvHasOneLineForOneThing() {
        String csv = cli.line("show " + Night.FIRST + " --output csv").out();
        assertEquals(2, csv.lines().count());
        assertTrue(csv.startsWith("id,namespace,job,") && csv.contains(",progress,log,cpuMs,peakKib,steps\r\n"), csv);
    }

    @Test
    void saysThatADisabledJobHasNoNextAndNoRuns() {
        String sheet = cli.line("show report").out();
        assertTrue(sheet.contains("  enabled     no\n"), sheet);
        assertTrue(sheet.contains("  next        –\n  last runs   –\n  definition\n"), sheet);
    }

    @Test
    void showsARetiredJobWhereNoOtherHasItsName() {
        seed.apply("ops", "jobs: {other: {when: '@daily', run: x}}");
        assertTrue(cli.line("show backup").out()
                .contains("  enabled     retired: gone from its timetable since 2026-11-24 13:00:00\n"));
        seed.apply("web", "jobs: {backup: {when: '@daily', run: x}}");
        assertTrue(cli.line("show backup").out().contains("  namespace   web\n"));
    }

    @Test
    void refusesWhatIsNotThereOrNotUnique() {
        assertEquals(new Cli.Answer(1, "", "supertask: no job or run \"bakcup\" · did you mean \"backup\"?\n"),
                cli.line("show bakcup"));
        assertEquals(new Cli.Answer(1, "",
                "supertask: no job or run \"invoices\" · \"supertask list-jobs\" shows what there is\n"),
                cli.line("show invoices"));
        assertEquals(new Cli.Answer(1, "", "supertask: no run \"01M85MG2802222222222222223\" · did you mean \""
                + Night.SECOND + "\"?\n"), cli.line("show 01M85MG2802222222222222223"));
        seed.apply("web", "jobs: {backup: {when: '@daily', run: x}}");
        assertEquals(new Cli.Answer(1, "",
                "supertask: job \"backup\" is in 2 namespaces: ops, web · choose one with --ns\n"),
                cli.line("show backup"));
        assertEquals(0, cli.line("show backup --ns w").exit());
        assertEquals(new Cli.Answer(2, "",
                "supertask: JOB|RUN is missing · a job's name or a run's id · see \"supertask show --help\"\n"),
                cli.line("show"));
    }
}
