package dev.supertask.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import picocli.CommandLine.Help.Ansi;

/// Tables for people, and CSV for programs.
class TableTest {

    @Test
    void alignsByWhatATerminalShows() {
        assertEquals("""
                NAME    STATE
                日本    ok
                e\u0301te\u0301     ok
                abcdef  ok
                """, print(Integer.MAX_VALUE, "日本", "e\u0301te\u0301", "abcdef"));
    }

    @Test
    void aRowIsOneLineThatSteersNoTerminal() {
        assertEquals("""
                NAME       STATE
                a b\uFFFD[31mc  ok
                """, print(Integer.MAX_VALUE, "a\nb\u001b[31mc"));
    }

    private static String print(int width, String... names) {
        Table table = new Table(List.of("name", "state"));
        for (String name : names) {
            table.row(List.of(Cell.of(name), Cell.of("ok")));
        }
        StringWriter out = new StringWriter();
        table.print(new PrintWriter(out), Ansi.OFF, width);
        return out.toString();
    }

    @Test
    void cutsByWidth() {
        assertEquals("日…", DisplayWidth.cut("日本語", 4));
        assertEquals("日本語", DisplayWidth.cut("日本語", 6));
    }

    @Test
    void csvQuotesWhatNeedsIt() {
        assertEquals("a,b.c,d\r\n\"x \"\"y\"\"\",\"1,2\",p; q\r\n", Csv.write(List.of("a", "b.c", "d"),
                List.of(Map.of("a", "x \"y\"", "b", Map.of("c", "1,2"), "d", List.of("p", "q")))));
    }
}
