package dev.supertask.process.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import dev.supertask.testkit.Engines;
import dev.supertask.testkit.RunningProgram;
import dev.supertask.testkit.Waiting;
import dev.supertask.wire.RunJson;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// All that a run has started ends with it: at its timeout, at Ctrl-C, and where Supertask is the first process.
@Timeout(180)
class HostileRunsTest {
    @TempDir
    private Path folder;
    private Site site;

    @BeforeEach
    void aSite() {
        site = new Site(folder);
    }

    private List<Long> written(String file) throws Exception {
        Path path = site.work().resolve(file);
        return Files.exists(path) ? Files.readAllLines(path).stream().map(Long::valueOf).toList() : List.of();
    }

    private boolean isAnyAlive(List<Long> pids) {
        return pids.stream().anyMatch(ProcFile::isAlive);
    }

    @Test
    void endAtTheirTimeoutWithGrandchildrenThatIgnoreItInSessionsOfTheirOwn() throws Exception {
        site.write("child", """
                trap '' TERM INT HUP
                echo $$ >>pids
                [ "$1" = 0 ] || setsid sh child $(($1 - 1)) &
                while :; do sleep 0.2; done
                """);
        site.write("supertask.yaml", """
                namespace: ops
                jobs:
                  hostile: {when: once, timeout: 1s, kill-after: 1s, exec: [sh, child, "3"]}
                """);
        try (RunningProgram scheduler = site.run()) {
            assertEquals(1, scheduler.result().exit(), scheduler::err);
        }
        RunJson run = site.onlyRun("ops", "hostile");
        assertEquals("timed-out 137", run.state() + " " + run.exitCode(), run::toString);
        assertEquals(4, written("pids").size());
        assertTrue(!isAnyAlive(written("pids")), "none of them is left");
        site.nothingIsLeft();
    }

    @Test
    void areLetEndAtCtrlCInATerminalWhichReachesNeitherThemNorTheirKeeper() throws Exception {
        site.write("supertask.yaml", """
                namespace: ops
                jobs:
                  quick: {when: once, run: 'trap "echo reached" INT; echo $$ >>pids; sleep 2; echo done'}
                  stays: {when: once, run: 'trap "echo reached" INT; echo $$ >>pids; while :; do sleep 0.1; done'}
                """);
        try (RunningProgram scheduler = site.runInTerminal("--grace", "4s")) {
            Waiting.until("both run", () -> written("pids").size() == 2);
            scheduler.awaitOut(" stays started");
            scheduler.type("\u0003");
            scheduler.awaitOut("SIGINT: nothing new is started");
            RunningProgram.Result result = scheduler.result();
            assertEquals(130, result.exit(), result.out());
        }
        RunJson quick = site.onlyRun("ops", "quick");
        assertEquals("succeeded 0 done\n", quick.state() + " " + quick.exitCode() + " " + site.log(quick, 1));
        RunJson stays = site.onlyRun("ops", "stays");
        assertEquals("stopped, supertask was ended by SIGINT", stays.state() + ", " + stays.reason());
        assertEquals("", site.log(stays, 1));
        site.nothingIsLeft();
    }

    @Test
    void leaveNoZombiesWhereSupertaskIsTheFirstProcess() throws Exception {
        Engines.require("unshare with process namespaces", new ProcessBuilder("unshare", "--pid", "--fork",
                "--mount-proc", "true").start().waitFor() == 0);
        Engines.require("nsenter");
        site.write("supertask.yaml", """
                namespace: ops
                jobs:
                  tick: {every: 1s, run: "setsid sh -c 'sleep 0.3 & sleep 0.1' & echo $$"}
                """);
        try (RunningProgram outer = site.runBehind("unshare --pid --fork --kill-child --mount-proc")) {
            outer.awaitErr("(?s) tick succeeded.* tick succeeded");
            long first = ProcFile.childrenOf(outer.pid()).findFirst().orElseThrow().pid();
            // As `docker exec` does: its orphan is the first process's to reap.
            assertEquals(0, new ProcessBuilder("nsenter", "-t", String.valueOf(first), "-p", "sh", "-c",
                    "setsid sleep 1 & setsid sleep 0.1 &").start().waitFor());
            Waiting.until("the orphan has come", () -> ProcFile.childrenOf(first).anyMatch(it -> it.runs("sleep")));
            Waiting.until("the orphan has ended",
                    () -> ProcFile.childrenOf(first).noneMatch(it -> it.runs("sleep")));
            Waiting.until("it is reaped", () -> ProcFile.zombiesOf(first) == 0);
            long keeper = site.awaitKeeper();
            Waiting.until("the keeper reaps as well", () -> ProcFile.zombiesOf(keeper) == 0);
            new ProcessBuilder("kill", "-TERM", String.valueOf(first)).start().waitFor();
            assertEquals(143, outer.result().exit(), outer::err);
        }
        assertTrue(site.runs("ops").stream().noneMatch(run -> run.state().equals("lost")));
        site.nothingIsLeft();
    }
}
