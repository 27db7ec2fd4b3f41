package dev.supertask.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import dev.supertask.testkit.InProcess;
import dev.supertask.testkit.InProcess.Result;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A timetable whose job has several steps, with real programs.
class StepsTest {
    @TempDir
    Path folder;

    @Test
    void runOneAfterAnotherWithASectionEachAndHandOnWhatTheyGiveOut() throws Exception {
        InProcess supertask = run(0, """
                namespace: ops
                jobs:
                  report:
                    when: once
                    env: {GREETING: hello}
                    steps:
                      - name: fetch it
                        run: |
                          printf "$GREETING $SUPERTASK_STEP"
                          echo count=5 >> "$SUPERTASK_OUTPUT"
                          printf 'rows<<END\\n[1,\\n2]\\nEND\\n' >> "$SUPERTASK_OUTPUT"
                      - run: "true"
                        if: failure
                      - exec: ["true"]
                      - name: load
                        env: {GREETING: bye}
                        run: |
                          echo "$GREETING $SUPERTASK_STEP_FETCH_IT_COUNT $SUPERTASK_STEP_FETCH_IT_ROWS" >&2
                          echo version=1.10 >> "$SUPERTASK_OUTPUT"
                """);

        assertEquals("""
                == step 1 of 4: fetch it ==
                hello fetch it
                == step 2 of 4: step-2 == skipped: no step before it failed
                == step 3 of 4: step-3 ==
                == step 4 of 4: load ==
                bye 5 [1,
                2]
                """, supertask.run("logs", "report").out());
        String json = supertask.run("list-runs", "--output", "json").out();
        assertTrue(json.contains("""
                    "outputs": {
                      "count": 5,
                      "rows": [
                        1,
                        2
                      ],
                      "version": "1.10"
                    },
                """.indent(0)), json);
        String id = supertask.run("list-runs", "--output", "csv").out().lines().toList().get(1).substring(0, 26);
        String sheet = supertask.run("show", id).out().replaceAll("[0-9.]+ (ms|s)\\b", "T");
        assertTrue(sheet.contains("""
                  steps       1 fetch it · succeeded, exit code 0, T
                              2 step-2 · skipped: no step before it failed
                              3 step-3 · succeeded, exit code 0, T
                              4 load · succeeded, exit code 0, T
                  output      count=5
                  output      rows=[1,2]
                  output      version=1.10
                """), sheet);
    }

    @Test
    void endWithTheFirstThatFailsAndThoseThatAreForThat() throws Exception {
        InProcess supertask = run(1, """
                namespace: ops
                jobs:
                  report:
                    when: once
                    steps:
                      - {name: fetch, exec: [no-such-program]}
                      - {name: load, run: echo loading}
                      - {name: mail, if: failure, run: echo mailing; exit 7}
                      - {name: clean, if: always, run: echo cleaning}
                """);

        String log = supertask.run("logs", "report").out();
        assertTrue(log.startsWith("== step 1 of 4: fetch ==\nsupertask: no program \"no-such-program\" on PATH ("),
                log);
        assertTrue(log.endsWith("""
                == step 2 of 4: load == skipped: step "fetch" failed
                == step 3 of 4: mail ==
                mailing
                == step 4 of 4: clean ==
                cleaning
                """), log);
        String run = supertask.run("list-runs", "--output", "csv").out().lines().toList().get(1);
        assertTrue(run.contains(",failed,127,1,\"step \"\"fetch\"\": no program \"\"no-such-program\"\" on PATH"), run);
        String json = supertask.run("show", run.substring(0, 26), "--output", "json").out();
        assertTrue(json.contains("\"name\": \"mail\",\n      \"state\": \"failed\",\n      \"exitCode\": 7"), json);
    }

    @Test
    void areEndedByTheTimeoutOfTheirJobAllTogether() throws Exception {
        InProcess supertask = run(1, """
                namespace: ops
                jobs:
                  report:
                    when: once
                    timeout: 2s
                    steps:
                      - sleep 1
                      - sleep 60
                      - {if: always, run: echo cleaning}
                """);

        assertEquals("""
                == step 1 of 3: step-1 ==
                == step 2 of 3: step-2 ==
                == step 3 of 3: step-3 == skipped: the run ended before it
                """, supertask.run("logs", "report").out());
        assertTrue(supertask.run("list-runs").out().contains("timed-out"));
    }

    @Test
    void leaveTheFolderOfARunThatSaysNothingUnmade() throws Exception {
        InProcess supertask = run(0,
                "namespace: ops\njobs: {quiet: {when: once, run: 'test -d \"${SUPERTASK_OUTPUT%/*}\"'}}");

        try (Stream<Path> files = Files.walk(supertask.store().resolve("ops").resolve("runs"))) {
            assertFalse(files.anyMatch(file -> file.getFileName().toString().length() == 26));
        }
    }

    @Test
    void giveOutFromAnInlineCommandToo() {
        InProcess supertask = new InProcess(folder);
        Result result = supertask.run("run", "--", "cmd:printf 'a=1\\nb\\n' >> \"$SUPERTASK_OUTPUT\"");

        assertEquals(new Result(0, "", "supertask: SUPERTASK_OUTPUT: line 2: \"b\" is no name=value\n"), result);
        String json = supertask.run("list-runs", "--output", "json").out();
        assertTrue(json.contains("\"outputs\": {\n      \"a\": 1\n    }"), json);
    }

    @Test
    void tellWhatCannotBeReadOfWhatTheyGiveOut() throws Exception {
        InProcess supertask = run(0, """
                namespace: ops
                jobs: {a: {when: once, run: 'echo hi; echo nonsense > "$SUPERTASK_OUTPUT"'}}
                """);

        assertEquals("hi\nsupertask: SUPERTASK_OUTPUT: line 1: \"nonsense\" is no name=value\n",
                supertask.run("logs", "a").out());
        String runs = supertask.run("list-runs").out();
        assertTrue(runs.contains("what it wrote to SUPERTASK_OUTPUT could not all be read: see the end of its log"),
                runs);
    }

    private InProcess run(int exit, String timetable) throws Exception {
        InProcess supertask = new InProcess(folder);
        supertask.write("supertask.yaml", timetable);
        Result result = supertask.run("run");
        assertEquals(exit, result.exit(), result.err());
        return supertask;
    }
}
