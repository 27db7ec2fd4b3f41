package dev.supertask.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;

import dev.supertask.testkit.Cli;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `supertask list-runs`.
class ListRunsTest {
    @TempDir
    private Path folder;

    @Test
    void listsTheNewestFirstOverAllNamespaces() {
        Cli cli = Cli.in(folder);
        Night.andAnother(Night.of(cli));
        assertEquals(new Cli.Answer(0,
                """
                        RUN                         NAMESPACE  JOB        TIME                 DURATION     STATE      EXIT  REASON
                        01M86PTCQG4444444444444444  ops        heartbeat  2026-11-24 12:59:50  10 s...      running    -
                        01M86PT2Z03333333333333333  ops        heartbeat  2026-11-24 12:59:40  -            skipped    -     \
                        the run of 12:59:30 goes on
                        01M86KCTW05555555555555555  01234567   inline     2026-11-24 12:00:00  2.0 s        failed     137   \
                        ended by signal 9 (SIGKILL)
                        01M85MG2802222222222222222  ops        backup     2026-11-24 03:00:00  12 min 34 s  failed     3     \
                        exit code 3
                        01M8323B801111111111111111  ops        backup     2026-11-23 03:00:00  1.2 s        succeeded  0
                        """
                        .replace("...  ", "…    "),
                ""), dashes(cli.line("list-runs")));
    }

    private static Cli.Answer dashes(Cli.Answer answer) {
        return ListNamespacesTest.dashes(answer);
    }

    @Test
    void cutsTheReasonAtTheEdgeOfATerminal() {
        Cli cli = Cli.in(folder).onTerminal(100).with("NO_COLOR", "1");
        Night.of(cli);
        String line = cli.line("list-runs --state skipped").out().lines().skip(1).findFirst().orElseThrow();
        assertEquals(
                "01M86PT2Z03333333333333333  heartbeat  2026-11-24 12:59:40  –         skipped  –     the run of 12:…",
                line);
        assertEquals(100, line.length());
    }

    @Test
    void hasTheFieldsOfTheContractInTheirOrder() {
        Cli cli = Cli.in(folder);
        Night.of(cli);
        assertEquals(new Cli.Answer(0, """
                [
                  {
                    "id": "01M85MG2802222222222222222",
                    "namespace": "ops",
                    "job": "backup",
                    "version": 1,
                    "trigger": "schedule",
                    "scheduledAt": "2026-11-24T03:00:00+01:00",
                    "startedAt": "2026-11-24T03:00:00+01:00",
                    "finishedAt": "2026-11-24T03:12:34+01:00",
                    "durationMs": 754000,
                    "state": "failed",
                    "exitCode": 3,
                    "attempt": 1,
                    "reason": "exit code 3",
                    "host": "web1",
                    "outputs": {},
                    "progress": null
                  }
                ]
                """, ""), cli.line("list-runs --job backup --limit 1 --output json"));
    }

    @Test
    void filtersByJobStateAndTime() {
        Cli cli = Cli.in(folder);
        Night.andAnother(Night.of(cli));
        assertEquals(List.of(Night.RUNNING, Night.SKIPPED), ids(cli, "--job heart*"));
        assertEquals(List.of(Night.SECOND, Night.FIRST), ids(cli, "--job backup"));
        assertEquals(List.of(Night.SKIPPED, Night.FIRST), ids(cli, "--state succeeded,skipped"));
        assertEquals(List.of(Night.FIRST), ids(cli, "--state succeeded --job backup --job inline"));
        assertEquals(List.of(Night.RUNNING, Night.SKIPPED), ids(cli, "--since 30m"));
        assertEquals(List.of(Night.SECOND), ids(cli, "--job backup --since 2026-11-24"));
        assertEquals(List.of(Night.SECOND, Night.FIRST), ids(cli, "--job backup --since 2026-11-23T03:00"));
        assertEquals(List.of(Night.SECOND), ids(cli, "--job backup --since 2026-11-23T02:00:01Z"));
        assertEquals(List.of(), ids(cli, "--limit 0"));
        assertEquals(List.of(Night.SECOND), ids(cli, "--state failed --since 1d --job back*"));
        assertEquals(List.of(Night.SECOND), ids(cli, "--state failed,lost --job b*p --job in* --ns ops"));
        assertEquals(List.of(Night.SKIPPED), ids(cli, "--state skipped --state lost --since 1h --job *"));
        assertEquals(List.of(Night.RUNNING), ids(cli, "--state running --since 10s --job heartbeat --limit 1"));
        assertEquals(List.of(), ids(cli, "--state failed --since 1h --job back*"));
    }

    private static List<String> ids(Cli cli, String filter) {
        Cli.Answer answer = cli.line("list-runs --output csv " + filter);
        assertEquals("", answer.err());
        return answer.out().lines().skip(1).map(line -> line.substring(0, 26)).toList();
    }

    @Test
    void saysWhatToDoWhereThereIsNothing() {
        Cli cli = Cli.in(folder);
        assertEquals(new Cli.Answer(0, "", "supertask: no runs yet · \"supertask run\" makes some\n"),
                cli.line("list-runs"));
        assertEquals(new Cli.Answer(0, "[]\n", ""), cli.line("list-runs --output json"));
        assertEquals(new Cli.Answer(0, "id,namespace,job,version,trigger,scheduledAt,startedAt,finishedAt,durationMs,"
                + "state,exitCode,attempt,reason,host,outputs,progress\r\n", ""), cli.line("list-runs --output csv"));
        Night.of(cli);
        assertEquals(new Cli.Answer(0, "", "supertask: no such runs\n"), cli.line("list-runs --state lost"));
    }

    @Test
    void refusesWhatItDoesNotUnderstand() {
        Cli cli = Cli.in(folder);
        Night.of(cli);
        assertEquals(new Cli.Answer(2, "", "supertask: unknown state \"faild\" · did you mean \"failed\"? · the states"
                + " are queued, running, succeeded, failed, timed-out, stopped, lost, skipped, missed\n"),
                cli.line("list-runs --state lost,faild"));
        assertEquals(new Cli.Answer(2, "", "supertask: \"yesterday\" is no time for --since · write one such as 2h, 1d,"
                + " 2026-11-24 or 2026-11-24T03:00:00+01:00\n"), cli.line("list-runs --since yesterday"));
        assertEquals(new Cli.Answer(1, "", "supertask: no job \"bakcup\" · did you mean \"backup\"?\n"),
                cli.line("list-runs --job bakcup --job backup"));
        assertEquals(new Cli.Answer(2, "", "supertask: \"2026-11-25\" for --since has not come yet"
                + " · it is 2026-11-24 13:00:00 now; \"supertask next\" tells what is to come\n"),
                cli.line("list-runs --since 2026-11-25"));
        assertEquals(2, cli.line("list-runs --since 999999999999d").exit());
        assertEquals(2, cli.line("list-runs --since -1h").exit());
        assertEquals(new Cli.Answer(0, "", "supertask: no such runs · no job's name fits \"bakc*\"\n"),
                cli.line("list-runs --job bakc* --job rep*"));
        assertTrue(cli.line("list-runs --limit many").err()
                .startsWith("supertask: --limit cannot be "));
    }
}
