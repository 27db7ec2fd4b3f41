package dev.supertask.timetable;

import java.util.List;

import dev.supertask.job.Job;
import dev.supertask.problem.Refusal;

/// A crontab as text, and the timetable that says the same.
///
/// What it means is what Debian's cron does with it: the same instants, the same environment (only `HOME`,
/// `LOGNAME`, `SHELL`, `PATH` and the crontab's own variables), the home folder to start in, and nothing made
/// up for that was missed. Besides, `CRON_TZ` and a `-` before the schedule are understood as in cronie.
///
/// Jobs are named after the program that their line runs, or by a comment `# name: NAME` directly above it;
/// other comments directly above a line are its description.
public final class CrontabText {
    private CrontabText() {}

    /// Reads a crontab.
    ///
    /// @param source what the user calls the text; problems name it
    /// @param around whose zone holds where the text names none
    /// @param host whose users are meant
    /// @throws Refusal with every mistake of the text, each at its place
    public static Timetable read(String source, String text, CrontabForm form, Surroundings around,
            CrontabHost host) {
        String content = text.startsWith("\uFEFF") ? text.substring(1) : text;
        Reading reading = new Reading(new SourceText(source, content));
        List<Job> jobs = new CrontabReader(reading, form, around, host).read();
        reading.problems().throwIfRefused();
        return new Timetable(null, "", List.of(), jobs, reading.problems().inReadingOrder());
    }

    /// A timetable in the concise form that has the same jobs, where it is read in the same surroundings.
    ///
    /// @param timetable what [#read] made of a crontab
    /// @param source what the user calls the crontab, for the comment at the top
    public static String write(Timetable timetable, String source, Surroundings around) {
        return new CrontabWriter(timetable.jobs(), around).write(source);
    }
}
