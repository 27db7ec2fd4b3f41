package dev.supertask.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

import dev.supertask.wire.GlanceJson;
import dev.supertask.wire.JobJson;
import dev.supertask.wire.RunJson;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Help.Ansi;

/// A picture of what goes on, for people: what runs, what waits, what is next, what ended last.
///
/// @param program who asks
/// @param picture what goes on
/// @param brief what a namespace is called
record PictureText(SupertaskCommand program, Picture picture, Function<String, String> brief) {

    /// A heading and its rows. What comes first in its heads is its name.
    private record Part(List<String> heads, List<List<Cell>> rows) {
        /// With a blank line before it.
        int lines(int shown) {
            return rows.isEmpty() ? 0 : shown + 2;
        }
    }

    /// The picture's lines.
    ///
    /// @param width of the terminal: each line's last column is cut there
    /// @param height how many lines there may be
    List<String> lines(int width, int height) {
        List<Part> parts = Stream.of(running(), waiting(), next(), ended()).filter(part -> !part.rows().isEmpty())
                .toList();
        List<String> lines = new ArrayList<>(List.of(title()));
        picture.problems().forEach(problem -> lines.add(Cell.visible(problem)));
        if (parts.isEmpty()) {
            lines.add("nothing runs, and nothing is planned");
        }
        int[] shown = shares(parts, height - lines.size());
        for (int i = 0; i < shown.length; i++) {
            if (shown[i] > 0) {
                lines.add("");
                lines.addAll(lines(parts.get(i), shown[i], width));
            }
        }
        return lines.subList(0, Math.min(Math.max(height, 1), lines.size()));
    }

    /// How many lines of each part fit. The longest gives way first.
    private static int[] shares(List<Part> parts, int height) {
        int[] shown = parts.stream().mapToInt(part -> part.rows().size()).toArray();
        while (true) {
            int needed = 0;
            int longest = 0;
            for (int i = 0; i < shown.length; i++) {
                needed += parts.get(i).lines(shown[i]);
                longest = shown[i] >= shown[longest] ? i : longest;
            }
            if (needed <= height || shown.length == 0 || shown[longest] <= 1) {
                return shown;
            }
            shown[longest]--;
        }
    }

    private List<String> lines(Part part, int shown, int width) {
        Table table = new Table(part.heads());
        // The last line tells of those that have no place.
        int whole = shown == part.rows().size() ? shown : shown - 1;
        part.rows().subList(0, whole).forEach(table::row);
        StringWriter text = new StringWriter();
        table.print(new PrintWriter(text), program.ansi(), width);
        List<String> lines = new ArrayList<>(text.toString().lines().toList());
        if (whole < shown) {
            lines.add("… and " + (part.rows().size() - whole) + " more");
        }
        return lines;
    }

    private String title() {
        List<GlanceJson> asked = picture.namespaces();
        String scheduler = asked.stream().anyMatch(GlanceJson::scheduled)
                ? ""
                : asked.size() == 1
                        ? " · no scheduler runs namespace \"" + asked.getFirst().namespace() + "\""
                : " · no scheduler runs";
        return Paint.text(program.ansi(), Prose.time(now(), zone()), Ansi.Style.bold) + " · "
                + picture.running().size() + " running, " + picture.waiting().size() + " waiting" + scheduler;
    }

    private Part running() {
        return part(List.of("running", "run", "since", "elapsed", "end", "attempt", "note"), picture.running(),
                running -> running.run().namespace(), running -> {
                    RunJson run = running.run();
                    return List.of(Cell.of(run.job()), Cell.of(run.id()), time(run.startedAt()), elapsed(run),
                            end(running), Cell.of(Integer.toString(run.attempt())),
                            note(run.progress() == null ? run.reason() : run.progress()));
                });
    }

    private Part waiting() {
        // What is claimed shortly before its time does not wait for anything else.
        List<RunJson> due = picture.waiting().stream()
                .filter(run -> run.scheduledAt() == null || !run.scheduledAt().toInstant().isAfter(now())).toList();
        return part(List.of("waiting", "run", "due", "trigger", "reason"), due, RunJson::namespace,
                run -> List.of(Cell.of(run.job()), Cell.of(run.id()), time(run.scheduledAt()), Cell.of(run.trigger()),
                        note(run.reason())));
    }

    private Part next() {
        return part(List.of("next", "at", "in", "last"), picture.next(), JobJson::namespace, job -> {
            OffsetDateTime paused = job.pausedUntil();
            OffsetDateTime at = job.nextRun();
            return List.of(Cell.of(job.name()), time(at),
                    at == null ? Cell.NONE : Cell.of(Prose.distance(now(), at.toInstant()).replaceFirst("^in ", "")),
                    paused == null ? last(job) : Cell.of("paused until " + time(paused).text()));
        });
    }

    private Part ended() {
        RunRows rows = new RunRows(program.world());
        return part(List.of("ended", "run", "at", "duration", "state", "reason"), picture.ended(), RunJson::namespace,
                run -> List.of(Cell.of(run.job()), Cell.of(run.id()), time(run.finishedAt()), rows.duration(run),
                        Cell.state(run.state(), ""), note(run.reason())));
    }

    /// Each namespace's name stands in a column of its own, where there is more than one.
    private <T> Part part(List<String> heads, List<T> of, Function<T, String> namespace,
            Function<T, List<Cell>> cells) {
        boolean several = picture.namespaces().size() > 1;
        List<String> columns = new ArrayList<>(heads);
        List<List<Cell>> rows = new ArrayList<>();
        of.forEach(one -> rows.add(new ArrayList<>(cells.apply(one))));
        if (several) {
            columns.add(1, "namespace");
            for (int i = 0; i < rows.size(); i++) {
                rows.get(i).add(1, Cell.of(brief.apply(namespace.apply(of.get(i)))));
            }
        }
        return new Part(columns, rows);
    }

    private Cell elapsed(RunJson run) {
        OffsetDateTime start = run.startedAt();
        return start == null ? Cell.NONE : Cell.of(Prose.duration(notNegative(start.toInstant(), now())));
    }

    private Cell end(GlanceJson.RunningJson running) {
        OffsetDateTime end = running.expectedEnd();
        if (end == null) {
            return Cell.NONE;
        }
        boolean over = end.toInstant().isBefore(now());
        return Cell.of(over
                ? Prose.duration(notNegative(end.toInstant(), now())) + " over"
                : "in " + Prose.duration(notNegative(now(), end.toInstant())));
    }

    private static Duration notNegative(Instant from, Instant to) {
        return to.isBefore(from) ? Duration.ZERO : Duration.between(from, to);
    }

    private Cell last(JobJson job) {
        JobJson.LastRunJson last = job.lastRun();
        return last == null
                ? Cell.NONE
                : Cell.state(last.state(), " " + Prose.distance(now(), last.startedAt().toInstant()));
    }

    private static Cell note(@Nullable String text) {
        return Cell.of(Objects.requireNonNullElse(text, ""));
    }

    /// Without the date where it is that of now.
    private Cell time(@Nullable OffsetDateTime time) {
        if (time == null) {
            return Cell.NONE;
        }
        String text = Prose.time(time.toInstant(), zone());
        String today = Prose.time(now(), zone()).substring(0, text.indexOf(' ') + 1);
        return Cell.of(text.startsWith(today) ? text.substring(today.length()) : text);
    }

    private Instant now() {
        return picture.at().toInstant();
    }

    private ZoneId zone() {
        return program.world().zone();
    }
}
