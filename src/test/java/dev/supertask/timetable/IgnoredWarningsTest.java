package dev.supertask.timetable;

import static dev.supertask.timetable.Texts.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import dev.supertask.problem.Position;
import dev.supertask.problem.Problem;
import dev.supertask.problem.Warning;
import org.junit.jupiter.api.Test;

/// Warnings have codes, a page each, and can be silenced.
class IgnoredWarningsTest {

    @Test
    void areNotToldOfTheJobThatSaysSo() {
        assertEquals(List.of("4:14 ST-W01", "4:14 ST-W03"), told("""
                jobs:
                  a: {when: "*/45 * 31 2 *", run: date, ignore-warnings: [ST-W01, ST-W03]}
                  b:
                    when: [ "*/45 * 31 2 *", "@daily"]
                    run: date
                  c: {when: "*/45 * * * *", run: date, ignore-warnings: ST-W01}
                """));
    }

    @Test
    void areNotToldOfAnyJobWhereDefaultsOrTheTextSaySo() {
        assertEquals(List.of("6:18 ST-W02"), told("""
                jobs:
                  a: {when: "*/45 * 31 2 *", run: date}
                  b:
                    when: '@daily'
                    run: date
                  c: {when: "0 3 */2 * MON", run: date}
                  d: {when: "0 3 */2 * MON", run: date, ignore-warnings: [ST-W02]}
                defaults: {ignore-warnings: [ST-W03]}
                ignore-warnings: [ST-W01]
                """));
    }

    @Test
    void areToldOfAJobThatSharesItsScheduleWithOneThatSilencesThem() {
        assertEquals(List.of("2:13 ST-W01"), told("""
                jobs:
                  a: {when: &x "*/45 * * * *", run: date, ignore-warnings: [ST-W01]}
                  b: {when: *x, run: date}
                """));
    }

    @Test
    void unknownCodesAreMistakes() {
        refused("""
                ignore-warnings: [ST-W1, W]
                defaults: {ignore-warnings: []}
                jobs:
                  a: {when: '@daily', run: date, ignore-warnings: {a: b}}
                """,
                """
                        supertask.yaml:1:19: "ST-W1" is the code of no warning · did you mean "ST-W01"?
                            1 | ignore-warnings: [ST-W1, W]
                              |                   ^~~~~
                        supertask.yaml:1:26: "W" is the code of no warning · write codes from ST-W01 to ST-W11
                            1 | ignore-warnings: [ST-W1, W]
                              |                          ^
                        supertask.yaml:2:29: "ignore-warnings" in "defaults" is an empty list · write at least one, or remove the key
                            2 | defaults: {ignore-warnings: []}
                              |                             ^~
                        supertask.yaml:4:51: "ignore-warnings" in job "a" must be one value, but is a map
                            4 |   a: {when: '@daily', run: date, ignore-warnings: {a: b}}
                              |                                                   ^~~~~~
                        """);
    }

    @Test
    void everyKindHasItsSectionInTheDocumentationAndEverySectionItsKind() throws IOException {
        List<String> sections = Files.readAllLines(Path.of("docs/warnings.md")).stream()
                .filter(line -> line.startsWith("## ")).map(line -> line.substring(3)).toList();
        assertEquals(Arrays.stream(Warning.values()).map(Warning::code).toList(), sections);
    }

    @Test
    void everySectionHasAnExampleAndSaysWhatToDo() throws IOException {
        String[] sections = Files.readString(Path.of("docs/warnings.md")).split("(?m)^## ");
        List<String> poor = Arrays.stream(sections).skip(1).filter(
                section -> !section.contains("\n**") || !section.contains("\nExample: ")
                        || !section.contains("\nWhat to do: "))
                .map(section -> section.substring(0, 6)).toList();
        assertEquals(List.of(), poor);
    }

    private static List<String> told(String text) {
        return Texts.read(text).warnings().stream().map(IgnoredWarningsTest::brief).toList();
    }

    private static String brief(Problem problem) {
        Position at = problem.position();
        Warning kind = problem.warning();
        return (at == null ? "" : at.line() + ":" + at.column()) + " " + (kind == null ? "" : kind.code());
    }
}
