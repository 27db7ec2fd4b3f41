package dev.supertask.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import dev.supertask.run.Outcome;
import dev.supertask.testkit.Cli;
import dev.supertask.testkit.Seed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `supertask stats`.
class StatsTest {
    @TempDir
    private Path folder;

    private static Cli.Answer dashes(Cli.Answer answer) {
        return ListNamespacesTest.dashes(answer);
    }

    private static Cli.Answer text(Cli.Answer answer) {
        return new Cli.Answer(answer.exit(), answer.out(), answer.err());
    }

    @Test
    void tellsOfEveryJobInALine() {
        Cli cli = Cli.in(folder);
        Night.andAnother(Night.of(cli));
        assertEquals(new Cli.Answer(0, """
                NAMESPACE  JOB        RUNS  SUCCESS  LAST RUNS  P50    P99    MAX    LATE P99
                ops        backup     2     50 %     .F         1.2 s  1.2 s  1.2 s  0 ms
                ops        heartbeat  2     -        ->         -      -      -      0 ms
                ops        report     0     -        -          -      -      -      -
                01234567   inline     1     0 %      F          -      -      -      0 ms
                > running  . succeeded  F failed  - skipped
                """, ""), dashes(cli.line("stats")));
        assertEquals(new Cli.Answer(0, """
                JOB     RUNS  SUCCESS  LAST RUNS  P50    P99    MAX    LATE P99
                backup  2     50 %     .F         1.2 s  1.2 s  1.2 s  0 ms
                . succeeded  F failed
                """, ""), cli.line("stats back*"));
    }

    @Test
    void tellsAllOfOneJob() {
        Cli cli = Cli.in(folder);
        Night.of(cli);
        assertEquals(new Cli.Answer(0, """
                backup
                  namespace     ops
                  runs          the last 2, since 2026-11-23 03:00:00 (1 d 10 h ago)
                  succeeded     1, 50 %
                  failed        1
                  duration      p50 1.2 s · p90 1.2 s · p99 1.2 s · max 1.2 s (of those that succeeded)
                  lateness      p50 0 ms · p90 0 ms · p99 0 ms · max 0 ms (of those that were triggered in time)
                  last failure  01M85MG2802222222222222222  2026-11-24 03:00:00 (10 h ago)
                                failed: exit code 3
                  last runs     .F
                                . succeeded  F failed
                """, ""), text(cli.line("stats backup")));
        assertEquals(new Cli.Answer(0, """
                report
                  namespace     ops
                  runs          none
                  duration      -
                  lateness      -
                """, ""), dashes(cli.line("stats report")));
    }

    @Test
    void hasFieldsThatStayAsTheyAre() {
        Cli cli = Cli.in(folder);
        Night.of(cli);
        assertEquals(new Cli.Answer(0, """
                {
                  "namespace": "ops",
                  "job": "backup",
                  "runs": 2,
                  "since": "2026-11-23T03:00:00+01:00",
                  "queued": 0,
                  "running": 0,
                  "succeeded": 1,
                  "failed": 1,
                  "timedOut": 0,
                  "stopped": 0,
                  "lost": 0,
                  "skipped": 0,
                  "missed": 0,
                  "retried": 0,
                  "successRate": 0.5,
                  "durationMs": {
                    "p50": 1234,
                    "p90": 1234,
                    "p99": 1234,
                    "max": 1234
                  },
                  "latenessMs": {
                    "p50": 0,
                    "p90": 0,
                    "p99": 0,
                    "max": 0
                  },
                  "lastFailure": {
                    "id": "01M85MG2802222222222222222",
                    "state": "failed",
                    "at": "2026-11-24T03:00:00+01:00",
                    "reason": "exit code 3"
                  },
                  "lastRuns": [
                    "succeeded",
                    "failed"
                  ]
                }
                """, ""), cli.line("stats backup --output json"));
        assertEquals(List.of(
                "namespace,job,runs,since,queued,running,succeeded,failed,timedOut,stopped,lost,skipped,missed,retried,"
                        + "successRate,durationMs.p50,durationMs.p90,durationMs.p99,durationMs.max,latenessMs.p50,"
                        + "latenessMs.p90,latenessMs.p99,latenessMs.max,lastFailure.id,lastFailure.state,lastFailure.at,"
                        + "lastFailure.reason,lastRuns",
                "ops,heartbeat,2,2026-11-24T12:59:40+01:00,0,1,0,0,0,0,0,1,0,0,,,,,,0,0,0,0,,,,,skipped; running"),
                cli.line("stats heart* --output csv").out().lines().toList());
        assertTrue(cli.line("stats backup --output yaml").out().contains("\nsuccessRate: 0.5\n"));
        assertTrue(cli.line("stats back* --output json").out().startsWith("[\n"), "a pattern's are a list");
    }

    @Test
    void looksAtTheNewestRunsOrAtThoseSinceAMoment() {
        Cli cli = Cli.in(folder);
        Seed seed = Night.of(cli);
        for (int minute = 0; minute < 120; minute++) {
            seed.ran("ops", "backup", Instant.parse("2026-11-24T09:00:00Z").plusSeconds(60L * minute).toString(),
                    Duration.ofMillis(100 + minute), new Outcome.Exited(0));
        }
        assertEquals("100,0,1.0,169", figures(cli, "stats back*"));
        assertEquals("122,1,0.9918,160", figures(cli, "stats backup"));
        assertEquals("5,0,1.0,217", figures(cli, "stats backup --limit 5"));
        assertEquals("121,1,0.9917,159", figures(cli, "stats back* --since 2026-11-24"));
        assertEquals("60,0,1.0,189", figures(cli, "stats back* --since 2h"));
        assertEquals("10,0,1.0,214", figures(cli, "stats backup --since 2h --limit 10"));
        assertEquals("0,0,,", figures(cli, "stats backup --limit 0"));
        assertTrue(cli.line("stats backup").out().contains("  succeeded     121, 99.1 %\n"), "never rounded up");
    }

    /// Runs, failures, success rate and median.
    private static String figures(Cli cli, String command) {
        String[] fields = cli.line(command + " --output csv").out().lines().skip(1).findFirst().orElseThrow()
                .split(",", -1);
        return String.join(",", fields[2], fields[7], fields[14], fields[15]);
    }

    @Test
    void coloursTheStripOnATerminal() {
        Cli cli = Cli.in(folder).onTerminal(200);
        Night.of(cli);
        String shown = cli.line("stats backup").out();
        assertTrue(shown.contains("\u001b[32m.\u001b[39m\u001b[31mF\u001b[39m\n"), shown);
    }

    @Test
    void findsAJobThatIsRetired() {
        Cli cli = Cli.in(folder);
        Night.of(cli).apply("ops", "jobs: {heartbeat: {every: 10s, run: curl}}");
        assertTrue(cli.line("stats backup").out().startsWith("backup\n"));
        assertEquals(new Cli.Answer(0, "", "supertask: no job's name fits \"back*\"\n"), cli.line("stats back*"));
        assertEquals(2, cli.line("stats").out().lines().skip(1).count(), "one job and the legend");
    }

    @Test
    void refusesWhatItDoesNotUnderstand() {
        Cli cli = Cli.in(folder);
        Night.of(cli);
        Seed.of(cli).apply("web", "jobs: {backup: {when: '@daily', run: true}}");
        assertEquals(new Cli.Answer(1, "", "supertask: no job \"bakcup\" · did you mean \"backup\"?\n"),
                cli.line("stats bakcup"));
        assertEquals(new Cli.Answer(1, "", "supertask: job \"backup\" is in 2 namespaces: ops, web"
                + " · choose one with --ns\n"), cli.line("stats backup"));
        assertEquals(0, cli.line("stats backup --ns web").exit());
        assertEquals(new Cli.Answer(2, "", "supertask: \"soon\" is no time for --since · write one such as 2h, 1d,"
                + " 2026-11-24 or 2026-11-24T03:00:00+01:00\n"), cli.line("stats --since soon"));
        assertEquals(new Cli.Answer(2, "", "supertask: a limit of -1 is under 0 · leave --limit out to see more\n"),
                cli.line("stats --limit -1"));
    }
}
