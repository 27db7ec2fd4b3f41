package dev.supertask.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.supertask.testkit.InProcess;
import dev.supertask.testkit.InProcess.Result;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a job finds around it when nothing is said about it.
class JobEnvironmentTest {
    @TempDir
    private Path folder;

    private List<String> written(Map<String, String> environment, String command) throws Exception {
        InProcess world = new InProcess(folder);
        InProcess supertask = new InProcess(folder, environment, "not for jobs");
        world.write("supertask.yaml",
                "namespace: ops\ntimezone: Europe/Berlin\njobs:\n  a: {when: once, run: '" + command
                        + "'}\n");
        Result result = supertask.run("run", "--follow-output");
        assertEquals(0, result.exit(), result.err());
        return result.out().lines().map(line -> line.substring("a | ".length())).toList();
    }

    @Test
    void tellsAJobWhichRunOfWhatItIs() throws Exception {
        List<String> env = written(Map.of(), "env | sort");
        assertTrue(env.containsAll(List.of("SUPERTASK_NAMESPACE=ops", "SUPERTASK_JOB=a", "SUPERTASK_ATTEMPT=1",
                "SUPERTASK_TRIGGER=schedule")), env::toString);
        for (String pattern : List.of("SUPERTASK_RUN_ID=[0-9A-Z]{26}", "SUPERTASK_DATE=\\d{4}-\\d\\d-\\d\\d",
                "SUPERTASK_OCCURRENCE=\\d{4}-\\d\\d-\\d\\dT[0-9:.]+\\+0[12]:00")) {
            assertTrue(env.stream().anyMatch(line -> line.matches(pattern)), () -> pattern + " in " + env);
        }
    }

    @Test
    void keepsFromAJobWhatSystemdMeansForSupertaskOnly() throws Exception {
        List<String> kept = List.of("NOTIFY_SOCKET", "WATCHDOG_PID", "WATCHDOG_USEC", "LISTEN_FDS", "LISTEN_PID",
                "JOURNAL_STREAM", "INVOCATION_ID", "CREDENTIALS_DIRECTORY");
        Map<String, String> all = Stream.concat(kept.stream(), Stream.of("COLOUR"))
                .collect(Collectors.toMap(name -> name, _ -> "x"));
        List<String> env = written(all, "env");
        assertTrue(env.contains("COLOUR=x"), env::toString);
        kept.forEach(name -> assertFalse(env.contains(name + "=x"), name));
    }

    @Test
    void addsWhatEveryProgramCountsOn() throws Exception {
        List<String> env = written(Map.of(), "env");
        for (String name : List.of("HOME", "USER", "LOGNAME", "SHELL", "PATH")) {
            assertTrue(env.stream().anyMatch(line -> line.matches(name + "=.+")), () -> name + " in " + env);
        }
        assertTrue(env.contains("LANG=C.UTF-8"), env::toString);
    }

    @Test
    void hasTheFolderOfItsTimetableAndNothingToRead() throws Exception {
        String work = folder.toRealPath().resolve("work").toString();
        assertEquals(List.of(work, "0"), written(Map.of(), "pwd; wc -c"));
    }
}
