package dev.supertask.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;

import dev.supertask.operations.Desk;
import dev.supertask.operations.JobView;
import dev.supertask.run.Run;
import dev.supertask.schedule.ScheduleText;
import dev.supertask.store.JobRow;
import picocli.CommandLine.Help.Ansi;

/// What a scheduler says when it starts: for each job the schedule in words and the next occurrence, and where
/// logs are.
///
/// @param out where to
/// @param ansi whether in colour
/// @param world the time and its zone
record Overview(PrintWriter out, Ansi ansi, World world) {
    private static final int SHOWN = 40;
    private static final int WIDEST_WORDS = 48;

    void print(Desk desk, List<JobView> jobs, boolean inMemory) {
        out.println(Paint.text(ansi, "namespace " + desk.namespace(), Ansi.Style.bold) + ", "
                + (jobs.size() == 1 ? "1 job" : jobs.size() + " jobs"));
        List<JobView> shown = jobs.subList(0, Math.min(SHOWN, jobs.size()));
        int names = shown.stream().mapToInt(job -> job.row().name().length()).max().orElse(0);
        int words = Math.min(WIDEST_WORDS, shown.stream().mapToInt(job -> words(job.row()).length()).max().orElse(0));
        for (JobView job : shown) {
            out.println("  " + pad(job.row().name(), names) + "  " + pad(words(job.row()), words) + "  " + next(job));
        }
        if (shown.size() < jobs.size()) {
            out.println(
                    "  … and " + (jobs.size() - shown.size()) + " more: supertask list-jobs --ns " + desk.namespace());
        }
        Path logs = desk.store().folder().path().resolve("runs");
        out.println(inMemory
                ? "logs: the files under " + logs + ", until this ends"
                : "logs: supertask logs JOB, or the files under " + logs);
        out.flush();
    }

    private String next(JobView job) {
        JobRow row = job.row();
        if (!row.enabled()) {
            return "disabled";
        }
        Instant next = row.plan().nextAt();
        if (next != null) {
            boolean late = next.isBefore(world.clock().instant().minusSeconds(1));
            return (late ? "was due " : "next ") + Prose.time(next, ZoneId.of(row.zone())) + " " + row.zone() + " ("
                    + Prose.distance(world.clock().instant(), next) + ")";
        }
        Run last = job.lastRun();
        Instant started = last == null ? null : last.startedAt();
        if (last == null || started == null) {
            return "nothing planned";
        }
        return (last.state().ended() ? "done: " + last.state().word() + " " : "running since ")
                + Prose.time(started, world.zone())
                + ", run " + last.id();
    }

    private static String words(JobRow row) {
        return row.schedules().stream().map(text -> ScheduleText.parse(text).schedule().words())
                .collect(Collectors.joining("; "));
    }

    private static String pad(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }
}
