package dev.supertask.timetable;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import dev.supertask.problem.Position;
import dev.supertask.problem.Refusal;
import org.junit.jupiter.api.Test;

/// Where a stretch of a value's own text stands in the YAML around it.
class SourceTextTest {

    @Test
    void isExactInPlainText() {
        assertEquals("0 99 * * * -> 1:9+2", stretch("when: 0 99 * * *", 2, 2));
    }

    @Test
    void isExactBetweenQuotesWithoutEscapes() {
        assertEquals("0 99 * * * -> 1:10+2", stretch("when: \"0 99 * * *\"", 2, 2));
        assertEquals("0 99 * * * -> 1:10+2", stretch("when: '0 99 * * *'", 2, 2));
    }

    @Test
    void countsCharactersBeyondTheBasicPlaneOnce() {
        assertEquals("😀 99 -> 1:9+2", stretch("\"😀\": '😀 99'", 3, 2));
    }

    @Test
    void isTheWholeValueWhereItsTextIsWrittenOtherwise() {
        assertEquals("0\t99 -> 1:7+7", stretch("when: \"0\\t99\"", 2, 2));
        assertEquals("it's 99 -> 1:7+10", stretch("when: 'it''s 99'", 5, 2));
        assertEquals("0 99 -> 1:7+1", stretch("when: 0\n  99", 2, 2));
        assertEquals("0 99\n -> 1:7+1", stretch("when: |\n  0 99\n", 2, 2));
    }

    @Test
    void neverPointsBeyondTheValue() {
        assertEquals("0 -> 1:8+1", stretch("when: 0 # 99", 5, 9));
        assertEquals("0 -> 1:7+1", stretch("when: 0 # 99", -7, 1));
    }

    @Test
    void countsEveryKindOfLineEnd() {
        SourceText source = new SourceText("x", "a\r\nb\rc\n\nd");
        assertEquals(List.of("a", "b", "c", "", "d", ""),
                List.of(source.line(0), source.line(1), source.line(2), source.line(3), source.line(4),
                        source.line(5)));
    }

    @Test
    void tellsAWrongIntervalInsideItsValue() {
        Refusal refusal = assertThrows(Refusal.class, () -> Texts.read("""
                jobs:
                  beat:
                    every: "tomorrow"
                    timeout: soon
                    run: date
                """));

        List<Position> places = refusal.problems().stream().flatMap(p -> Stream.ofNullable(p.position()))
                .toList();
        assertEquals(List.of(3, 4), places.stream().map(Position::line).distinct().toList());
        for (Position place : places) {
            int start = place.line() == 3 ? 13 : 14;
            int end = start + (place.line() == 3 ? "tomorrow" : "soon").length();
            assertTrue(place.column() >= start && place.column() + place.length() <= end, place.toString());
        }
    }

    private static String stretch(String yaml, int offset, int length) {
        Reading reading = new Reading(new SourceText("x", yaml));
        Yaml.Mapping map = (Yaml.Mapping) Objects.requireNonNull(TreeReader.read(reading));
        Yaml.Scalar scalar = (Yaml.Scalar) map.entries().getFirst().value();
        Position at = reading.source().position(scalar, offset, length);
        return scalar.text() + " -> " + at.line() + ":" + at.column() + "+" + at.length();
    }
}
