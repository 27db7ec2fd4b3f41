package dev.supertask.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import dev.supertask.testkit.Cli;
import dev.supertask.testkit.SchemaCheck;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// `supertask schema`: what it prints takes what the reader takes, and refuses what can be told by looks.
class SchemaTest {
    private static final String JOB = "jobs: {a: {when: '@daily', run: date, %s}}";

    @TempDir
    private Path folder;

    static List<Path> timetables() throws IOException {
        List<Path> found = new ArrayList<>(List.of(Path.of("supertask.yaml"),
                Path.of("src/main/resources/dev/supertask/cli/supertask.yaml")));
        try (Stream<Path> examples = Files.list(Path.of("examples"))) {
            examples.filter(file -> file.toString().endsWith(".yaml")).sorted().forEach(found::add);
        }
        return found;
    }

    @ParameterizedTest
    @MethodSource("timetables")
    void takesEveryTimetableThatIsShown(Path timetable) throws IOException {
        assertEquals(List.of(), schema().wrong(Files.readString(timetable)));
    }

    @Test
    void takesTheTimetableOfTheReadme() throws IOException {
        String text = Files.readString(Path.of("README.md")).split("```yaml\n", 2)[1].split("```", 2)[0];
        assertEquals(List.of(), schema().wrong(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"timeout: PT15M", "timeout: 1h30m", "kill-after: 0s", "nice: 5", "nice: '-20'",
            "umask: '027'", "user: 1000", "env: {A: 1, B: true, C: text}", "tags: [a, 1]", "limits: {memory: 1.5GB}",
            "limits: {processes: 50}", "log: {times: true, streams: apart}", "ignore-warnings: [ST-W01]",
            "ignore-warnings: ST-W02", "timezone: Etc/GMT+5", "timezone: '+02:00'", "working-dir: ../x"})
    void takesWhatTheReaderTakes(String key) {
        both(JOB.formatted(key), true);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tiemout: 1h", "timeout: 30", "timeout: 1 hour", "exec: [date]", "enabled: maybe",
            "nice: 20", "umask: '9'", "env: {SUPERTASK_X: 1}", "env: [A]", "tags: a", "limits: {memory: 512}",
            "limits: {procs: 5}", "log: {streams: both}", "catch-up: some", "delivery: twice",
            "ignore-warnings: [ST-W99]", "timezone: 5", "working-dir: ~/x"})
    void refusesWhatTheReaderRefuses(String key) {
        both(JOB.formatted(key), false);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "jobs: {}", "jobs: []", "jobs: {a: {run: date}}", "jobs: {a: {when: '@daily'}}",
            "jobs: {'a b': {when: '@daily', run: date}}", "jobs: {a: {when: [], run: date}}",
            "jobs: {a: {when: '@daily', exec: []}}", "namespace: '../x'\njobs: {a: {when: '@daily', run: date}}",
            "defaults: {run: date}\njobs: {a: {when: '@daily', run: date}}",
            "meta: {titel: x}\njobs: {a: {when: '@daily', run: date}}"})
    void refusesTimetablesThatTheReaderRefuses(String text) {
        both(text, false);
    }

    private void both(String text, boolean right) {
        Cli.Answer read = Cli.in(folder).withInput(text).line("validate -");
        assertEquals(right ? 0 : 2, read.exit(), read.err());
        List<String> wrong = schema().wrong(text);
        if (right) {
            assertEquals(List.of(), wrong);
        } else {
            assertNotEquals(List.of(), wrong);
        }
    }

    private SchemaCheck schema() {
        Cli.Answer answer = Cli.in(folder).line("schema");
        assertEquals(new Cli.Answer(0, answer.bytes(), ""), answer);
        return SchemaCheck.by(answer.out());
    }
}
