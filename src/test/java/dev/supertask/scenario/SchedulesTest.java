package dev.supertask.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;

import dev.supertask.testkit.InProcess;
import dev.supertask.testkit.InProcess.Result;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Schedules with modifiers, as they are typed.
@Timeout(60)
class SchedulesTest {
    @TempDir
    private Path folder;
    private InProcess supertask;

    @BeforeEach
    void aWorld() {
        supertask = new InProcess(folder);
    }

    @Test
    void anInlineCommandEndsAfterSoManyTimes() {
        Result result = supertask.run("run", "--ns", "ops", "--when", "@every 100ms times=3", "--", "echo hi");
        assertEquals(0, result.exit(), result.err());
        assertEquals(3, runs(), result.err());
    }

    @Test
    void aTimetableTakesMapsAndStartsAtItsStart() throws Exception {
        supertask.write("supertask.yaml", """
                namespace: ops
                jobs:
                  a: {when: {every: 100ms, measure: from-start, times: 2}, run: echo hi}
                  b: {when: "@start", run: echo hi, dst: {gap: skip}}
                """);
        assertEquals(0, supertask.run("run").exit());
        assertEquals(3, runs());
        Result shown = supertask.run("show", "b");
        assertTrue(shown.out().contains("once after each start of its scheduler"), shown.out());
        assertEquals(0, supertask.run("run").exit());
        assertEquals(4, runs(), "only @start again");
    }

    @Test
    void aWrongModifierIsToldAtItsPlace() {
        Result result = supertask.run("run", "--when", "@daily until=tomorrow tmies=3", "--", "echo hi");
        assertEquals(2, result.exit());
        assertEquals("""
                --when:1:14: "tomorrow" is not a date and time · write it like "2027-01-01T09:00" or "2027-01-01T09:00Z"
                    1 | @daily until=tomorrow tmies=3
                      |              ^~~~~~~~
                --when:1:23: unknown modifier "tmies" · did you mean "times"?
                    1 | @daily until=tomorrow tmies=3
                      |                       ^~~~~
                """, result.err());
    }

    private long runs() {
        return supertask.run("list-runs", "--output", "csv").out().lines().skip(1).count();
    }
}
