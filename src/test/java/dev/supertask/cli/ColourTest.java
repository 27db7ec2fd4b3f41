package dev.supertask.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;

import dev.supertask.testkit.Cli;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Colours are for terminals, and for those who ask for them.
class ColourTest {
    @TempDir
    private Path folder;
    private Cli pipe;
    private Cli terminal;

    @BeforeEach
    void aStoreWithRuns() {
        pipe = Cli.in(folder);
        terminal = pipe.onTerminal(120);
        Night.of(pipe);
    }

    private static boolean coloured(Cli cli, String command) {
        Cli.Answer answer = cli.line(command);
        assertEquals(0, answer.exit(), answer.err());
        return answer.out().contains("\u001b[");
    }

    @Test
    void areOnTerminalsOnly() {
        assertEquals(true, coloured(terminal, "list-runs"));
        assertEquals(false, coloured(pipe, "list-runs"));
        assertEquals(true, coloured(terminal, "list-runs --color auto"));
        assertEquals(false, coloured(pipe, "list-runs --color auto"));
    }

    @Test
    void areNowhereWhereNobodyWantsThem() {
        assertEquals(false, coloured(terminal.with("NO_COLOR", "1"), "list-runs"));
        assertEquals(false, coloured(terminal.with("TERM", "dumb"), "list-runs"));
        assertEquals(false, coloured(terminal, "list-runs --color never"));
        assertEquals(true, coloured(terminal.with("NO_COLOR", ""), "list-runs"), "an empty one is none");
    }

    @Test
    void areEverywhereForThoseWhoAsk() {
        assertEquals(true, coloured(pipe, "list-runs --color always"));
        assertEquals(true, coloured(terminal.with("NO_COLOR", "1"), "list-runs --color always"));
    }

    @Test
    void areInNoResultForPrograms() {
        for (String form : new String[]{"json", "yaml", "csv"}) {
            assertEquals(false, coloured(terminal, "list-runs --color always --output " + form), form);
        }
    }
}
