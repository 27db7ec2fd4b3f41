package dev.supertask.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import dev.supertask.testkit.Cli;
import dev.supertask.testkit.Seed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `supertask list-jobs`.
class ListJobsTest {
    @TempDir
    private Path folder;

    @Test
    void tellsWhenEachRunsNextAndHowItWentLast() {
        Cli cli = Cli.in(folder);
        Night.of(cli);
        assertEquals(new Cli.Answer(0, """
                JOB        SCHEDULE                                                  NEXT                           LAST
                backup     every day at 03:00                                        2026-11-25 03:00:00 (in 14 h)  \
                failed 9 h 47 min ago, 12 min 34 s
                heartbeat  every 10 seconds                                          2026-11-24 13:00:00 (now)      \
                running, started 10 s ago
                report     on the 1st of every month at 00:00 (America/New_York)     disabled                       -
                """.replaceAll(" {5}(2|disabled|NEXT)", "  $1"), ""), ListNamespacesTest.dashes(cli.line("list-jobs")));
    }

    @Test
    void namesTheNamespaceWhereThereAreSeveral() {
        Cli cli = Cli.in(folder);
        Night.andAnother(Night.of(cli));
        String all = cli.line("list-jobs").out();
        assertTrue(all.startsWith("NAMESPACE  JOB"), all);
        assertTrue(all.contains("\n01234567   inline     "), all);
        String one = cli.line("list-jobs --ns 01").out();
        assertTrue(one.startsWith("JOB     SCHEDULE    NEXT"), one);
        assertEquals(2, one.lines().count());
    }

    @Test
    void coloursStatesOnATerminalUnlessToldNotTo() {
        Cli cli = Cli.in(folder).onTerminal(160);
        Night.of(cli);
        String line = cli.line("list-jobs").out().lines().skip(1).findFirst().orElseThrow();
        assertTrue(line.endsWith("\u001b[31mfailed\u001b[39m 9 h 47 min ago, 12 min 34 s"), line);
        assertTrue(cli.with("NO_COLOR", "1").line("list-jobs").out().startsWith("JOB "));
    }

    @Test
    void hasTheFieldsOfTheContractInTheirOrder() {
        Cli cli = Cli.in(folder);
        Night.of(cli);
        assertEquals(new Cli.Answer(0, """
                [
                  {
                    "namespace": "ops",
                    "name": "backup",
                    "description": "Nightly dump",
                    "schedules": [
                      "0 3 * * *"
                    ],
                    "timezone": "Europe/Berlin",
                    "enabled": true,
                    "pausedUntil": null,
                    "nextRun": "2026-11-25T03:00:00+01:00",
                    "lastRun": {
                      "id": "01M85MG2802222222222222222",
                      "state": "failed",
                      "startedAt": "2026-11-24T03:00:00+01:00",
                      "durationMs": 754000
                    },
                    "version": 1,
                    "createdAt": "2026-11-20T10:00:00+01:00",
                    "updatedAt": "2026-11-20T10:00:00+01:00"
                  }
                ]
                """, ""), cli.line("list-jobs --limit 1 --output json"));
    }

    @Test
    void saysTheSameInYaml() {
        Cli cli = Cli.in(folder);
        Night.of(cli);
        assertEquals(new Cli.Answer(0, """
                - namespace: ops
                  name: backup
                  description: Nightly dump
                  schedules:
                  - 0 3 * * *
                  timezone: Europe/Berlin
                  enabled: true
                  pausedUntil: null
                  nextRun: '2026-11-25T03:00:00+01:00'
                  lastRun:
                    id: 01M85MG2802222222222222222
                    state: failed
                    startedAt: '2026-11-24T03:00:00+01:00'
                    durationMs: 754000
                  version: 1
                  createdAt: '2026-11-20T10:00:00+01:00'
                  updatedAt: '2026-11-20T10:00:00+01:00'
                """, ""), cli.line("list-jobs --limit 1 --output yaml"));
    }

    @Test
    void listsTheOthersWhereOneNamespaceCannotBeRead() throws IOException {
        Cli cli = Cli.in(folder);
        Seed seed = Night.andAnother(Night.of(cli));
        Path broken = seed.folder(Night.EPHEMERAL).path().resolve("store.mv.db");
        Files.writeString(broken, "this is no database");
        Cli.Answer answer = cli.line("list-jobs");
        assertEquals(1, answer.exit());
        assertEquals(4, answer.out().lines().count());
        assertTrue(answer.err().startsWith("supertask: namespace \"" + Night.EPHEMERAL + "\" cannot be read: "),
                answer.err());
    }

    @Test
    void saysWhatToDoWhereThereIsNothing() {
        Cli cli = Cli.in(folder);
        assertEquals(new Cli.Answer(0, "",
                "supertask: no jobs yet · \"supertask init && supertask run\" starts some\n"), cli.line("list-jobs"));
        assertEquals(new Cli.Answer(0, "[]\n", ""), cli.line("list-jobs --output json"));
        assertEquals("namespace,name,description,schedules,timezone,enabled,pausedUntil,nextRun,lastRun.id,"
                + "lastRun.state,lastRun.startedAt,lastRun.durationMs,version,createdAt,updatedAt\r\n",
                cli.line("list-jobs --output csv").out());
    }

    @Test
    void refusesWhatItDoesNotUnderstand() {
        Cli cli = Cli.in(folder);
        assertEquals(new Cli.Answer(2, "", "supertask: a limit of -1 is under 0 · leave --limit out to see more\n"),
                cli.line("list-jobs --limit -1"));
        assertEquals(new Cli.Answer(1, "", "supertask: no namespace \"ops\" · the store " + cli.store()
                + " is empty\n"), cli.line("list-jobs --ns ops"));
        assertEquals(new Cli.Answer(2, "", "supertask: unknown option \"--limt\" · did you mean \"--limit\"?"
                + " · see \"supertask list-jobs --help\"\n"), cli.line("list-jobs --limt 3"));
    }

    @Test
    void helpsWithExamples() {
        Cli.Answer help = Cli.in(folder).line("list-jobs --help");
        assertEquals(0, help.exit());
        assertTrue(help.out().contains("Examples:\n  supertask list-jobs\n"), help.out());
    }
}
