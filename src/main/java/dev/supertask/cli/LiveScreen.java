package dev.supertask.cli;

import java.io.PrintWriter;
import java.util.List;

/// Shows pictures on a terminal, each in the place of the one before. Each is written at once, over the last one, so
/// that nothing flickers; lines that are too long end at the edge. When it is closed the terminal shows what it did
/// before.
final class LiveScreen implements AutoCloseable {
    // Its other screen, no cursor, no wrapping of lines.
    private static final String ENTER = "\u001b[?1049h\u001b[?25l\u001b[?7l\u001b[2J";
    private static final String LEAVE = "\u001b[?7h\u001b[?25h\u001b[?1049l";
    private static final String HOME = "\u001b[H";
    private static final String TO_END_OF_LINE = "\u001b[K";
    private static final String TO_END_OF_SCREEN = "\u001b[J";

    private final PrintWriter terminal;
    private boolean closed;

    LiveScreen(PrintWriter terminal) {
        this.terminal = terminal;
        terminal.print(ENTER);
        terminal.flush();
    }

    /// Shows a picture, unless this is closed.
    synchronized void show(List<String> lines) {
        if (!closed) {
            // No line feed behind the last line, which would scroll.
            terminal.print(HOME + String.join(TO_END_OF_LINE + "\r\n", lines) + TO_END_OF_LINE + TO_END_OF_SCREEN);
            terminal.flush();
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        terminal.print(LEAVE);
        terminal.flush();
    }
}
