package dev.supertask.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

class ProblemTest {
    @Test
    void showsThePlaceTheRemedyAndTheStretch() {
        Position at = new Position("supertask.yaml", 7, 5, 7, "    tiemout: 1h");
        assertEquals("""
                supertask.yaml:7:5: unknown key "tiemout" in job "backup" · did you mean "timeout"?
                    7 |     tiemout: 1h
                      |     ^~~~~~~""",
                Problem.at(at, "unknown key \"tiemout\" in job \"backup\"", "did you mean \"timeout\"?").render());
    }

    @Test
    void aWarningSaysThatItIsOne() {
        Position at = new Position("t.yaml", 1, 1, 1, "a");
        assertEquals("""
                t.yaml:1:1: warning ST-W04: odd
                    1 | a
                      | ^""", Problem.warning(Warning.RARE, at, "odd", null).render());
        assertEquals("no place · none needed", Problem.of("no place", "none needed").render());
    }

    @Test
    void aTabTakesOneColumnSoThatTheCaretStandsRight() {
        assertEquals("""
                t:12:3: x
                   12 |  \uFFFDab
                      |   ^~""", Problem.at(new Position("t", 12, 3, 2, "\t\u0007ab"), "x", null).render());
    }

    @Test
    void columnsAreCodePoints() {
        assertEquals("""
                t:1:2: x
                    1 | 😀b
                      |  ^""", Problem.at(new Position("t", 1, 2, 9, "😀b"), "x", null).render());
    }

    @Test
    void aPlaceBeyondTheEndOfALineIsShownThere() {
        assertEquals("""
                t:3:4: x
                    3 | ab
                      |    ^""", Problem.at(new Position("t", 3, 4, 5, "ab"), "x", null).render());
        assertEquals("""
                t:3:1: x
                    3 |\s
                      | ^""", Problem.at(new Position("t", 3, 1, 1, ""), "x", null).render());
    }

    @Test
    void ofALongLineTheSurroundingsAreShown() {
        String line = "a".repeat(150) + "HERE" + "b".repeat(150);
        List<String> shown = Problem.at(new Position("t", 1, 151, 4, line), "x", null).render().lines().toList();
        assertEquals("    1 | …" + "a".repeat(49) + "HERE" + "b".repeat(47) + "…", shown.get(1));
        assertEquals(shown.get(1).indexOf("HERE"), shown.get(2).indexOf("^~~~"));
        List<String> first = Problem.at(new Position("t", 1, 1, 999, line), "x", null).render().lines().toList();
        assertEquals("    1 | " + "a".repeat(100) + "…", first.get(1));
        assertEquals("      | ^" + "~".repeat(99), first.get(2), "it ends with what is shown");
    }

    @Test
    void bigLineNumbersKeepTheirRoom() {
        assertEquals("""
                t:1234567:1: x
                 1234567 | a
                         | ^""", Problem.at(new Position("t", 1234567, 1, 1, "a"), "x", null).render());
    }

    @Test
    void problemsAreToldInReadingOrderAndOnce() {
        Problems problems = new Problems();
        assertFalse(problems.refuse());
        problems.warning(Warning.RARE, at(9, 1), "last", null);
        assertFalse(problems.refuse(), "a warning refuses nothing");
        problems.throwIfRefused();
        problems.mistake(at(2, 7), "third", null);
        problems.mistake(at(2, 3), "second", null);
        problems.mistake(at(2, 3), "second", null);
        problems.mistake(at(2, 3), "second as well", null);
        problems.add(Problem.of("first", null));
        Refusal refusal = assertThrows(Refusal.class, problems::throwIfRefused);
        assertEquals(List.of("first", "second", "second as well", "third", "last"),
                refusal.problems().stream().map(Problem::message).toList());
        assertEquals(ExitCode.MISTAKE, refusal.exitCode());
        assertEquals(refusal.problems().stream().map(Problem::render).collect(Collectors.joining("\n")),
                refusal.getMessage());
    }

    @Test
    void exitCodesAreThoseOfTheDesign() {
        assertEquals("[GOOD 0, FAILED 1, MISTAKE 2, BUG 70, INTERRUPTED 130, TERMINATED 143]",
                Arrays.stream(ExitCode.values()).map(code -> code + " " + code.status()).toList().toString());
    }

    private static Position at(int line, int column) {
        return new Position("t", line, column, 1, "some line of text");
    }
}
