package dev.supertask.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

import dev.supertask.operations.Desk;
import dev.supertask.run.Outcome;
import dev.supertask.run.Run;
import dev.supertask.run.RunId;
import dev.supertask.run.Trigger;
import dev.supertask.store.Claim;
import dev.supertask.store.JobRow;
import dev.supertask.testkit.Cli;
import dev.supertask.testkit.CoreYaml;
import dev.supertask.testkit.Seed;
import dev.supertask.testkit.StandIn;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// `supertask top`.
@Timeout(60)
class TopTest {
    @TempDir
    private Path folder;
    private Cli cli;
    private Seed seed;

    @BeforeEach
    void aStoreWithRuns() {
        cli = Cli.in(folder);
        seed = Night.of(cli);
    }

    /// A run that is claimed and has not been launched.
    private static void queued(Desk desk, String job, String due, String why) {
        JobRow row = desk.store().job(job).orElseThrow().row();
        Instant at = Instant.parse(due);
        Run run = Run.queued(RunId.create(at, new SplittableRandom(7)), job, 1, Trigger.SCHEDULE, at, "web1");
        desk.store().claim(List.of(new Claim(row.id(), List.of(run.again(why)), at, row.plan().nextAt(), ""))).join();
    }

    @Test
    void printsWhatRunsAndWhatEndedLast() {
        seed.ran("ops", "heartbeat", "2026-11-24T11:00:00Z", Duration.ofSeconds(15), new Outcome.Exited(0));
        assertEquals(new Cli.Answer(0,
                """
                        2026-11-24 13:00:00 · 1 running, 0 waiting · no scheduler runs namespace "ops"

                        RUNNING    RUN                         SINCE     ELAPSED  END       ATTEMPT  NOTE
                        heartbeat  01M86PTCQG4444444444444444  12:59:50  10 s     in 5.0 s  1

                        ENDED      RUN                         AT                   DURATION     STATE      REASON
                        heartbeat  01M86PT2Z03333333333333333  12:59:40             –            skipped    the run of 12:59:30 goes on
                        heartbeat  01M86KCTW05555555555555555  12:00:15             15 s         succeeded
                        backup     01M85MG2802222222222222222  03:12:34             12 min 34 s  failed     exit code 3
                        backup     01M8323B801111111111111111  2026-11-23 03:00:01  1.2 s        succeeded
                        """,
                ""), text(cli.line("top")));
    }

    private static Cli.Answer text(Cli.Answer answer) {
        return new Cli.Answer(answer.exit(), answer.out(), answer.err());
    }

    @Test
    void asksTheSchedulersWhatWaitsAndWhatIsNext() {
        Night.andAnother(seed);
        try (StandIn ops = new StandIn(seed, "ops")) {
            queued(ops.desk(), "heartbeat", "2026-11-24T11:59:58Z", "waits for a place in group \"db\"");
            queued(ops.desk(), "backup", "2026-11-24T12:00:00.500Z", "claimed ahead");
            assertEquals(
                    """
                            2026-11-24 13:00:00 · 1 running, 2 waiting

                            RUNNING    NAMESPACE  RUN                         SINCE     ELAPSED  END  ATTEMPT  NOTE
                            heartbeat  ops        01M86PTCQG4444444444444444  12:59:50  10 s     –    1

                            WAITING    NAMESPACE  RUN                         DUE       TRIGGER   REASON
                            heartbeat  ops        01M86PTMHG                  12:59:58  schedule  waits for a place in group "db"

                            NEXT       NAMESPACE  AT                   IN    LAST
                            heartbeat  ops        13:00:00             now   running 10 s ago
                            backup     ops        2026-11-25 03:00:00  14 h  failed 10 h ago
                            """,
                    cli.line("top").out().replaceFirst("(?s)\nENDED.*", "")
                            .replaceFirst("(01M86PTMHG)\\S{16}", "$1                "));
        }
    }

    @Test
    void givesProgramsOneObject() {
        try (StandIn ops = new StandIn(seed, "ops")) {
            assertTrue(ops.desk().scheduled());
            Cli.Answer answer = cli.line("top --output json");
            assertEquals(0, answer.exit(), answer.err());
            assertTrue(answer.out().startsWith("""
                    {
                      "at": "2026-11-24T13:00:00+01:00",
                      "namespaces": [
                        {
                          "id": "ops",
                          "scheduled": true
                        }
                      ],
                      "running": [
                        {
                          "id": "01M86PTCQG4444444444444444",
                          "namespace": "ops",
                          "job": "heartbeat",
                    """), answer.out());
            assertTrue(answer.out().contains("""
                          "progress": null,
                          "elapsedMs": 10000,
                          "usualMs": null,
                          "expectedEnd": null
                        }
                      ],
                      "waiting": [],
                      "next": [
                        {
                          "namespace": "ops",
                          "name": "heartbeat",
                    """), answer.out());
        }
        assertEquals(List.of("at", "namespaces", "running", "waiting", "next", "ended"),
                List.copyOf(((Map<?, ?>) CoreYaml.read(cli.line("top --output yaml").out())).keySet()));
        assertTrue(cli.line("top --output csv").out().startsWith("at,namespaces,running,waiting,next,ended\r\n"));
        assertEquals(0, cli.onTerminal(80).line("top --output json").exit(), "once, on a terminal as well");
    }

    @Test
    void drawsOverItselfOnATerminalUntilSomebodyTypesQ() {
        Cli terminal = cli.onTerminal(70).with("LINES", "24").with("NO_COLOR", "1").withInput("xq");
        String enter = "\u001b[?1049h\u001b[?25l\u001b[?7l\u001b[2J\u001b[H";
        String leave = "\u001b[?7h\u001b[?25h\u001b[?1049l";
        Cli.Answer answer = terminal.line("top --interval 1h");
        assertEquals("", answer.err());
        assertEquals(0, answer.exit());
        assertEquals(enter + """
                2026-11-24 13:00:00 · 1 running, 0 waiting · no scheduler runs namespace "ops"~
                ~
                RUNNING    RUN                         SINCE     ELAPSED  END  ATTEMPT  NOTE~
                heartbeat  01M86PTCQG4444444444444444  12:59:50  10 s     –    1~
                ~
                ENDED      RUN                         AT                   DURATION     STATE      REASON~
                heartbeat  01M86PT2Z03333333333333333  12:59:40             –            skipped    the run o…~
                backup     01M85MG2802222222222222222  03:12:34             12 min 34 s  failed     exit code…~
                backup     01M8323B801111111111111111  2026-11-23 03:00:01  1.2 s        succeeded~
                """.stripTrailing().replace("~\n", "\u001b[K\r\n").replace("~", "\u001b[K") + "\u001b[J" + leave,
                answer.out());
    }

    @Test
    void fitsTheHeightOfTheTerminal() {
        Cli terminal = cli.onTerminal(200).with("LINES", "8").with("NO_COLOR", "1").withInput("q");
        List<String> lines = terminal.line("top").out().lines().toList();
        assertEquals(8, lines.size());
        assertTrue(lines.getLast().startsWith("… and 2 more"), lines::toString);
        assertEquals(3, cli.onTerminal(200).with("LINES", "3").withInput("q").line("top").out().lines().count());
    }

    @Test
    void onceOrWithoutATerminalThatCanDrawItPrintsASinglePicture() {
        Cli terminal = cli.onTerminal(200).with("NO_COLOR", "1");
        String printed = cli.line("top").out();
        assertEquals(printed, terminal.line("top --once").out());
        assertEquals(printed, terminal.line("top -1").out());
        assertEquals(printed, terminal.with("TERM", "dumb").line("top").out());
    }

    @Test
    void whereThereIsNothingItSaysSo() {
        Cli empty = Cli.in(folder.resolve("empty"));
        assertEquals(new Cli.Answer(0, """
                2026-11-24 13:00:00 · 0 running, 0 waiting · no scheduler runs
                nothing runs, and nothing is planned
                """, ""), text(empty.line("top")));
        assertEquals(new Cli.Answer(0, """
                {
                  "at": "2026-11-24T13:00:00+01:00",
                  "namespaces": [],
                  "running": [],
                  "waiting": [],
                  "next": [],
                  "ended": []
                }
                """, ""), empty.line("top --output json"));
    }

    @Test
    void leavesANamespaceAloneWhereNothingHasGoneOnForLong() throws IOException {
        Night.andAnother(seed);
        Path database = seed.folder(Night.EPHEMERAL).path().resolve("store.mv.db");
        Files.writeString(database, "this is no database");
        seed.lastActive(Night.EPHEMERAL, "2026-11-17T11:00:00Z");
        assertEquals(0, cli.line("top").exit());
        seed.lastActive(Night.EPHEMERAL, "2026-11-18T11:00:00Z");
        Cli.Answer asked = cli.line("top");
        assertEquals(1, asked.exit());
        assertTrue(asked.err().startsWith("supertask: namespace \"" + Night.EPHEMERAL + "\" cannot be read: "),
                asked.err());
        assertTrue(asked.out().contains("heartbeat"), "the others are shown");
        seed.lastActive(Night.EPHEMERAL, "2026-11-17T11:00:00Z");
        assertEquals(1, cli.line("top --ns 0123").exit(), "what is named is asked");
    }

    @Test
    void refusesWhatItDoesNotUnderstand() {
        assertEquals(new Cli.Answer(2, "", "supertask: \"0\" is no duration for --interval"
                + " · write one such as 1s or 500ms\n"), cli.line("top --interval 0"));
        assertEquals(new Cli.Answer(2, "", "supertask: \"0s\" is too short for --interval"
                + " · nobody sees more than at 100ms, the shortest\n"), cli.line("top --interval 0s"));
        assertEquals(new Cli.Answer(1, "", "supertask: no namespace \"opps\" · did you mean \"ops\"?\n"),
                cli.line("top --ns opps"));
        assertEquals(1, cli.onTerminal(80).line("top --ns opps").exit());
    }
}
