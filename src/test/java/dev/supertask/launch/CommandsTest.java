package dev.supertask.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import dev.supertask.job.Language;
import dev.supertask.job.Payload;
import dev.supertask.job.Place;
import dev.supertask.job.ProcessSettings;
import dev.supertask.job.Step;
import dev.supertask.run.Outcome;
import dev.supertask.run.RunId;
import dev.supertask.run.Trigger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandsTest {
    private static final RunId RUN = new RunId("01KAVJ7Q00ABCDEFGHJKMNPQRS");
    private static final Map<String, String> BASE = Map.of("HOME", "/home/ada", "USER", "ada", "LOGNAME",
            "ada",
            "SHELL", "/bin/bash", "PATH", "/bin", "LANG", "de_DE.UTF-8");

    private @TempDir Path folder;

    @Test
    void runsShellTextByTheShell() throws Exception {
        assertEquals(List.of("/bin/sh", "-c", "a | b"), words(new Payload.Shell("a | b")));
    }

    @Test
    void runsWordsAsTheyAre() throws Exception {
        assertEquals(List.of("echo", "a | b"), words(new Payload.Argv(List.of("echo", "a | b"))));
    }

    @Test
    void runsCodeByItsLanguage() throws Exception {
        List<String> python = words(new Payload.Code(Language.PYTHON, "print(1)", List.of("-x")));
        assertEquals(List.of("python3", "-u", "-c"), python.subList(0, 3));
        assertEquals(List.of("print(1)", "-x"), python.subList(4, 6), "behind a program of ours");
        assertEquals(List.of("node", "-e", "f()", "--", "-x"),
                words(new Payload.Code(Language.NODE, "f()", List.of("-x"))));
        assertEquals(List.of("node", "-e", "f()"), words(new Payload.Code(Language.NODE, "f()", List.of())));
    }

    @Test
    void runsAScriptByItsFirstLine() throws Exception {
        String script = script("report.sh", "#!/usr/bin/env -S python3 -u\r\nprint(1)\n");

        assertEquals(List.of("/usr/bin/env", "-S python3 -u", script, "a"),
                words(new Payload.Script(Path.of("report.sh"), List.of("a"))));
    }

    @Test
    void runsAScriptWithoutSuchALineByItsEnding() throws Exception {
        for (String[] pair : new String[][]{{"a.sh", "sh"}, {"a.bash", "bash"}, {"a.py", "python3"}, {"a.js", "node"},
                {"a.mjs", "node"}, {"a.cjs", "node"}, {"a.rb", "ruby"}, {"a.pl", "perl"}}) {
            String script = script(pair[0], "x\n");

            assertEquals(List.of(pair[1], script), words(new Payload.Script(Path.of(script), List.of())));
        }
    }

    @Test
    void leavesAnyOtherExecutableToTheKernel() throws Exception {
        String script = script("tool", "x\n");
        Files.setPosixFilePermissions(Path.of(script), PosixFilePermissions.fromString("rwxr-xr-x"));

        assertEquals(List.of(script), words(new Payload.Script(Path.of("tool"), List.of())));
    }

    @Test
    void saysWhenNothingTellsHowToRunAScript() throws IOException {
        String script = script("tool.txt", "x\n");

        assertEquals(
                new Outcome.NotStarted(126, "nothing says how to run script \"" + script
                        + "\" · begin it with a line such as #!/bin/sh, or make it executable"),
                refused(new Payload.Script(Path.of("tool.txt"), List.of())));
    }

    @Test
    void saysThatAScriptIsMissing() {
        assertEquals(new Outcome.NotStarted(127, "no script \"" + folder.resolve("tool.sh") + "\""),
                refused(new Payload.Script(Path.of("tool.sh"), List.of())));
        assertEquals(new Outcome.NotStarted(126, "\"" + folder + "\" is a folder, no script"),
                refused(new Payload.Script(folder, List.of())));
    }

    @Test
    void keepsFromAProgramWhatWasMeantForSupertask() throws Exception {
        Map<String, String> base = new TreeMap<>(BASE);
        base.putAll(Map.of("NOTIFY_SOCKET", "x", "WATCHDOG_USEC", "x", "WATCHDOG_PID", "x", "LISTEN_FDS", "x",
                "JOURNAL_STREAM", "x", "INVOCATION_ID", "x", "CREDENTIALS_DIRECTORY", "x"));
        base.putAll(Map.of("SUPERTASK_OCCURRENCE", "x", "SUPERTASK_PARAM_A", "x", "SUPERTASK_OUTPUT", "x",
                "SUPERTASK_STORE", "/store", "GREETING", "hello"));
        Map<String, String> expected = new TreeMap<>(facts());
        expected.putAll(BASE);
        expected.putAll(Map.of("SUPERTASK_STORE", "/store", "GREETING", "hello"));

        assertEquals(expected, env(base, Map.of(), null, null));
    }

    @Test
    void addsWhatEveryProgramMayRelyOn() throws Exception {
        Map<String, String> expected = new TreeMap<>(facts());
        expected.putAll(
                Map.of("HOME", System.getProperty("user.home"), "USER", System.getProperty("user.name"),
                        "LOGNAME", System.getProperty("user.name"), "SHELL", "/bin/sh", "PATH",
                        "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin", "LANG", "C.UTF-8"));

        assertEquals(expected, env(Map.of(), Map.of(), null, null));
    }

    @Test
    void letsThePlaceSetVariablesButNotWhatTheRunIs() throws Exception {
        Map<String, String> env = env(BASE, Map.of("PATH", "/opt/bin", "SUPERTASK_JOB", "x"), null, null);

        assertEquals("/opt/bin", env.get("PATH"));
        assertEquals("backup", env.get("SUPERTASK_JOB"));
    }

    @Test
    void givesWhatCronGivesWhereNothingElseIsWanted() throws Exception {
        Map<String, String> expected = new TreeMap<>(facts());
        expected.putAll(Map.of("HOME", System.getProperty("user.home"), "LOGNAME", System.getProperty("user.name"),
                "SHELL", "/bin/sh", "PATH", "/usr/bin:/bin", "A", "1"));
        Step step = new Step(new Payload.Shell("true"),
                new Place.ThisMachine(folder, Map.of("A", "1"), ProcessSettings.INHERITED, true));

        assertEquals(expected, new TreeMap<>(Commands.of(step, BASE, new RunFacts("ops", "backup", RUN, 2,
                Trigger.CATCH_UP, null, ZoneId.of("UTC"), null)).env()));
    }

    @Test
    void handsOnAnotherShellAndTextForStdin() throws Exception {
        Step step = new Step("", Step.Condition.SUCCESS, new Payload.Shell("cat", "/bin/bash"), "hello",
                new Place.ThisMachine(folder, Map.of()));
        Command command = Commands.of(step, BASE,
                new RunFacts("ops", "backup", RUN, 2, Trigger.CATCH_UP, null, ZoneId.of("UTC"), null));

        assertEquals(List.of("/bin/bash", "-c", "cat"), command.argv());
        assertEquals("hello", command.stdin());
    }

    @Test
    void tellsInstantsInTheZoneOfTheJob() throws Exception {
        Map<String, String> env = env(BASE, Map.of(), Instant.parse("2026-06-30T22:30:00Z"),
                Instant.parse("2026-01-29T22:30:00Z"));

        assertEquals("2026-07-01T00:30:00+02:00", env.get("SUPERTASK_OCCURRENCE"));
        assertEquals("2026-07-01", env.get("SUPERTASK_DATE"));
        assertEquals("2026-01-29T23:30:00+01:00", env.get("SUPERTASK_PREVIOUS_SUCCESS"));
    }

    private static Map<String, String> facts() {
        return Map.of("SUPERTASK_NAMESPACE", "ops", "SUPERTASK_JOB", "backup", "SUPERTASK_RUN_ID", RUN.text(),
                "SUPERTASK_ATTEMPT", "2", "SUPERTASK_TRIGGER", "catch-up");
    }

    private Map<String, String> env(Map<String, String> base, Map<String, String> place,
            @Nullable Instant occurrence, @Nullable Instant previousSuccess) throws UnlaunchableException {
        Step step = new Step(new Payload.Shell("true"), new Place.ThisMachine(folder, place));
        return new TreeMap<>(Commands.of(step, base, new RunFacts("ops", "backup", RUN, 2, Trigger.CATCH_UP,
                occurrence, ZoneId.of("Europe/Berlin"), previousSuccess)).env());
    }

    private List<String> words(Payload payload) throws UnlaunchableException {
        Step step = new Step(payload, new Place.ThisMachine(folder, Map.of()));
        RunFacts facts = new RunFacts("ops", "backup", RUN, 1, Trigger.MANUAL, null, ZoneId.of("UTC"), null);
        return Commands.of(step, BASE, facts).argv();
    }

    private Outcome refused(Payload payload) {
        return assertThrows(UnlaunchableException.class, () -> words(payload)).outcome();
    }

    private String script(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }
}
