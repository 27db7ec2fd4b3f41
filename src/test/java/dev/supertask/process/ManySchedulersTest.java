package dev.supertask.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;

import dev.supertask.testkit.BuiltProgram;
import dev.supertask.testkit.RunningProgram;
import dev.supertask.testkit.RunningProgram.Result;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Several schedulers on one store, and what remains when one of them dies.
@Timeout(180)
class ManySchedulersTest {
    @TempDir
    private Path folder;
    private BuiltProgram supertask;

    @BeforeEach
    void threeTimetables() throws Exception {
        supertask = new BuiltProgram(folder);
        for (String name : new String[]{"one", "two", "three"}) {
            supertask.write(name + ".yaml", "namespace: " + name + "\njobs:\n  tick: {every: 1s, run: echo $$}\n");
        }
    }

    private RunningProgram start(String name) throws Exception {
        RunningProgram program = supertask.start("run", "--file", name + ".yaml");
        program.awaitErr(" tick succeeded ");
        return program;
    }

    private static void end(RunningProgram program) throws Exception {
        program.signal("TERM");
        assertEquals(143, program.result().exit(), program::toString);
    }

    private void everyListingWorks(int namespaces) throws Exception {
        for (String listing : new String[]{"list-namespaces", "list-jobs"}) {
            Result result = supertask.run(listing, "--output", "csv");
            assertEquals(0, result.exit(), result.err());
            assertEquals("", result.err());
            assertEquals(namespaces, result.out().lines().skip(1).count(), result.out());
        }
    }

    @Test
    void runBesideEachOtherAndStartAndEndInAnyOrder() throws Exception {
        try (RunningProgram one = start("one"); RunningProgram two = start("two")) {
            everyListingWorks(2);
            end(one);
            everyListingWorks(2);
            try (RunningProgram three = start("three"); RunningProgram again = start("one")) {
                end(two);
                everyListingWorks(3);
                end(three);
                end(again);
                everyListingWorks(3);
            }
        }
    }

    @Test
    void refuseASecondOneOfTheSameNamespace() throws Exception {
        try (RunningProgram first = start("one")) {
            Result second = supertask.run("run", "--file", "one.yaml");
            assertEquals(1, second.exit());
            assertTrue(
                    second.err().matches("supertask: namespace \"one\" is being run already by process " + first.pid()
                            + " on \\S+ since [-0-9]+T[:0-9]+\\S+ · stop that one first, or use another --ns\n"),
                    second.err());
            end(first);
        }
    }

    @Test
    void areNotTouchedByTheDeathOfOneWhoseRunsGoOnUntilItsNextStart() throws Exception {
        supertask.write("slow.yaml", """
                namespace: slow
                jobs:
                  long: {when: once, run: "while ! [ -e end ]; do sleep 0.05; done; exit 3"}
                """);
        try (RunningProgram one = start("one");
                RunningProgram slow = supertask.start("run", "--file", "slow.yaml")) {
            slow.awaitErr(" long started, ");
            slow.signal("KILL");
            assertEquals(137, slow.result().exit());
            everyListingWorks(2);
            try (RunningProgram next = supertask.start("run", "--file", "slow.yaml")) {
                next.awaitErr("namespace slow, 1 job");
                supertask.write("end", "");
                Result result = next.result();
                assertEquals(1, result.exit(), result.err());
                assertTrue(result.err().matches("(?s).* long failed after .*: exit code 3 · supertask logs .*"),
                        result.err());
            }
            assertTrue(one.alive());
            end(one);
        }
    }
}
