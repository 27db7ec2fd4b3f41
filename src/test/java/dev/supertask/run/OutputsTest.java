package dev.supertask.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

/// What a program may write to the file that `SUPERTASK_OUTPUT` names.
class OutputsTest {

    @Test
    void areAValueALine() {
        assertEquals(
                new Outputs(Map.of("count", "5", "text", " a = b\t", "empty", "", "row-count.x", "{\"a\": 1}"),
                        List.of()),
                read("count=5\ntext= a = b\t\nempty=\n\nrow-count.x={\"a\": 1}\n"));
    }

    @Test
    void mayHaveValuesOfSeveralLines() {
        assertEquals(Map.of("text", "a\n\nname=b\n EOF", "none", "", "last", "x"),
                read("text<<EOF\na\n\nname=b\n EOF\nEOF\nnone<<END\nEND\nlast=x").values());
        assertEquals(Map.of("a", "b<<c"), read("a=b<<c\n").values());
    }

    @Test
    void holdTheLastValueOfAName() {
        assertEquals(Map.of("a", "2"), read("a=1\na=2\n").values());
        assertEquals(Map.of("a", "3", "b", "1"), read("a=1\nb=1\n").and(read("a=3\n")).values());
    }

    @Test
    void sayWhichLinesAreNone() {
        assertEquals(new Outputs(Map.of("a", "1"),
                List.of("line 1: \"nonsense\" is no name=value", "line 3: \"9a=1\" is no name=value",
                        "line 4: \"=x\" is no name=value", "line 5: \"a b=1\" is no name=value",
                        "line 6: \"" + "x".repeat(40) + "…\" is no name=value")),
                read("nonsense\na=1\n9a=1\n=x\na b=1\n" + "x".repeat(50) + "\n"));
    }

    @Test
    void sayThatAValueIsNeverEnded() {
        assertEquals(List.of("line 2: no line \"END\" ends the value of \"text\""),
                read("a=1\ntext<<END\nb=2\n").mistakes());
    }

    @Test
    void areText() {
        assertEquals(List.of("line 1: this is no UTF-8 text", "line 2: this is no UTF-8 text",
                "line 3: the value of \"c\" is no UTF-8 text"),
                Outputs.read("a=\u00FF\nb=\0\nc<<E\n\u00FF\nE\n".getBytes(StandardCharsets.ISO_8859_1)).mistakes());
        assertEquals(Map.of("name", "é😀"), read("name=é😀\n").values());
    }

    @Test
    void endAfterOneMebibyte() {
        String line = "name=" + "x".repeat(1000) + "\n";
        Outputs outputs = read("first=1\n" + line.repeat(1100) + "last=2\n");

        assertEquals(List.of("there is more than 1 MiB of it · the rest is left out"), outputs.mistakes());
        assertEquals(List.of("first", "name"), List.copyOf(outputs.values().keySet()));
        assertTrue(read("a=" + "x".repeat(Outputs.MAX_BYTES - 3) + "\n").mistakes().isEmpty());
    }

    private static Outputs read(String text) {
        return Outputs.read(text.getBytes(StandardCharsets.UTF_8));
    }
}
