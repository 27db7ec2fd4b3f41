package dev.supertask.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.supertask.run.Run;
import dev.supertask.run.RunId;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.Ansi.Style;

/// What jobs write, line by line, each line behind its job's name. A line that is not finished yet waits
/// for its end, so that the lines of two jobs never mix.
final class FollowedOutput {
    private static final List<Style> COLOURS = List.of(Style.fg_cyan, Style.fg_magenta, Style.fg_blue,
            Style.fg_yellow, Style.fg_green);
    private static final int LONGEST_LINE = 64 * 1024;

    private final PrintWriter out;
    private final Ansi ansi;
    private final Map<RunId, ByteArrayOutputStream> unfinished = new HashMap<>();

    FollowedOutput(PrintWriter out, Ansi ansi) {
        this.out = out;
        this.ansi = ansi;
    }

    synchronized void wrote(Run run, ByteBuffer output) {
        ByteArrayOutputStream line = unfinished.computeIfAbsent(run.id(), _ -> new ByteArrayOutputStream());
        while (output.hasRemaining()) {
            byte next = output.get();
            if (next == '\n' || line.size() == LONGEST_LINE) {
                print(run, line);
            }
            if (next != '\n') {
                line.write(next);
            }
        }
    }

    synchronized void end(Run run) {
        ByteArrayOutputStream line = unfinished.remove(run.id());
        if (line != null && line.size() > 0) {
            print(run, line);
        }
    }

    private void print(Run run, ByteArrayOutputStream line) {
        Style colour = COLOURS.get(Math.floorMod(run.job().hashCode(), COLOURS.size()));
        out.println(Paint.text(ansi, run.job() + " |", colour) + " " + line.toString(StandardCharsets.UTF_8));
        line.reset();
    }
}
