package dev.supertask.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.NoSuchElementException;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import dev.supertask.run.Outcome;
import dev.supertask.testkit.Cli;
import dev.supertask.testkit.Seed;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `supertask logs`.
class LogsTest {
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
    void writesTheBytesOfALogUnchanged() {
        String bytes = IntStream.range(0, 256).mapToObj(Character::toString).collect(Collectors.joining());
        seed.log("ops", Night.FIRST, bytes);
        assertEquals(new Cli.Answer(0, bytes, ""), cli.line("logs " + Night.FIRST));
    }

    @Test
    void ofAJobItIsTheLastRunThatWasLaunched() {
        seed.log("ops", Night.FIRST, "first\n");
        seed.log("ops", Night.SECOND, "second\n");
        seed.log("ops", Night.RUNNING, "beat\n");
        assertEquals("second\n", cli.line("logs backup").bytes());
        assertEquals("beat\n", cli.line("logs heartbeat").bytes());
        assertEquals("second\n", cli.line("logs backup --attempt 1").bytes());
    }

    @Test
    void writesTheLastLinesOfALongLog() {
        String line = "0123456789".repeat(20) + "\n";
        seed.log("ops", Night.FIRST, line.repeat(2000) + "last but one\nlast");
        assertEquals("last", cli.line("logs --tail 1 " + Night.FIRST).bytes());
        assertEquals("last but one\nlast", cli.line("logs --tail 2 " + Night.FIRST).bytes());
        assertEquals(line.repeat(998) + "last but one\nlast", cli.line("logs --tail 1000 " + Night.FIRST).bytes());
        assertEquals(line.length() * 2000 + 17, cli.line("logs --tail 9999 " + Night.FIRST).bytes().length());
        assertEquals(new Cli.Answer(0, "", ""), cli.line("logs --tail 0 " + Night.FIRST));
        seed.log("ops", Night.FIRST, "\n\nx\n");
        assertEquals("\nx\n", cli.line("logs --tail 2 " + Night.FIRST).bytes());
    }

    @Test
    void followsARunUntilItHasEnded() throws IOException {
        Path log = seed.log("ops", Night.RUNNING, "one\ntwo\n");
        CompletableFuture<Cli.Answer> following = CompletableFuture
                .supplyAsync(() -> cli.line("logs --follow --tail 1 heartbeat"));
        Files.writeString(log, "three\n", StandardOpenOption.APPEND);
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            endWhenFree();
            String bytes = following.join().bytes();
            assertEquals("three\n", bytes.replace("two\n", ""));
            assertEquals(0, following.join().exit());
        });
    }

    @Test
    void showsTheBeginningAndTheEndOfALogThatIsOverItsLimitWhileItIsWritten() throws IOException {
        Path log = seed.log("ops", Night.RUNNING, "0123\n5678\n");
        LogCopyTest.ring(log, "q\nijkl\nnop", 22);
        assertEquals("0123\n5678\n[supertask: 12 bytes of output are left out here]\nijkl\nnopq\n",
                cli.line("logs heartbeat").bytes());
        assertEquals("nopq\n", cli.line("logs heartbeat --tail 1").bytes());
        assertEquals("[supertask: 12 bytes of output are left out here]\nijkl\nnopq\n",
                cli.line("logs heartbeat --tail 2").bytes(), "who knows where that line began");
        assertEquals("5678\n[supertask: 12 bytes of output are left out here]\nijkl\nnopq\n",
                cli.line("logs heartbeat --tail 3").bytes());
    }

    /// The command that follows visits the namespace as well.
    private void endWhenFree() {
        while (true) {
            try {
                seed.ended("ops", Night.RUNNING, new Outcome.Exited(0));
                return;
            } catch (NoSuchElementException _) {
                Thread.onSpinWait();
            }
        }
    }

    @Test
    void aRunThatWroteNothingSaysSoOnlyToPeople() {
        assertEquals(
                new Cli.Answer(0, "",
                        "supertask: run " + Night.SECOND + " of job \"backup\" wrote nothing (failed: exit code 3)\n"),
                cli.line("logs backup"));
        assertEquals(new Cli.Answer(0, "", ""), cli.line("logs backup --quiet"));
        assertEquals(new Cli.Answer(0, "", "supertask: job \"report\" has not run yet · \"supertask show report\" says"
                + " when it will\n"), cli.line("logs report"));
        seed.log("ops", Night.SECOND, "");
        assertEquals(
                new Cli.Answer(0, "",
                        "supertask: run " + Night.SECOND + " of job \"backup\" wrote nothing (failed: exit code 3)\n"),
                cli.line("logs -f backup"));
    }

    @Test
    void refusesWhatIsNotThere() {
        assertEquals(new Cli.Answer(1, "", "supertask: no job or run \"bakcup\" · did you mean \"backup\"?\n"),
                cli.line("logs bakcup"));
        assertEquals(new Cli.Answer(1, "",
                "supertask: run " + Night.SECOND + " has no attempt 2 · it has 1 attempt\n"),
                cli.line("logs backup --attempt 2"));
        assertEquals(new Cli.Answer(2, "",
                "supertask: --tail -5 is under 0 · --tail 10 shows the last ten lines\n"),
                cli.line("logs backup --tail -5"));
    }
}
