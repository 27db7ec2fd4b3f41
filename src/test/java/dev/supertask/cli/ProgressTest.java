package dev.supertask.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Locale;

import dev.supertask.testkit.Await;
import dev.supertask.testkit.Cli;
import dev.supertask.testkit.SettableClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The line that says what takes its time.
class ProgressTest {
    @TempDir
    private Path folder;

    @Test
    void isShownAfterASecondAndGoneInTheEnd() {
        StringWriter terminal = new StringWriter();
        SettableClock clock = new SettableClock(Cli.NOW);
        String result = Progress.during(new PrintWriter(terminal), clock, "reading ops.yaml", () -> {
            Await.until("the line", () -> !terminal.toString().isEmpty());
            return terminal.toString();
        });
        assertEquals("\r\u001b[K… reading ops.yaml, 0 ms", result);
        assertEquals(result + "\r\u001b[K", terminal.toString());
    }

    @Test
    void isNotShownForWhatIsQuick() {
        StringWriter terminal = new StringWriter();
        assertEquals("ops", Progress.during(new PrintWriter(terminal), new SettableClock(Cli.NOW), "x",
                () -> "OPS".toLowerCase(Locale.ROOT)));
        assertEquals("", terminal.toString());
        assertEquals("", Cli.in(folder).onTerminal(80).withInput("jobs: {a: {when: once, run: date}}")
                .line("validate -").err());
    }
}
