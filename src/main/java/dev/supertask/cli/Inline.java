package dev.supertask.cli;

import java.util.List;
import java.util.Map;

import dev.supertask.job.Job;
import dev.supertask.job.Payload;
import dev.supertask.job.Place;
import dev.supertask.job.Policies;
import dev.supertask.job.Step;
import dev.supertask.problem.Refusal;
import dev.supertask.schedule.Once;
import dev.supertask.schedule.Schedule;
import dev.supertask.timetable.PayloadText;
import dev.supertask.timetable.Timetable;
import org.jspecify.annotations.Nullable;

/// A command typed on the command line.
///
/// @param text as typed
/// @param job the job that it comes down to
record Inline(String text, Job job) {

    /// Reads what was typed.
    ///
    /// @param command shell text, or null where there are words
    static Inline of(World world, @Nullable String command, List<String> words, boolean exec, String name,
            List<String> when) {
        if (!Job.isValidName(name)) {
            throw Refusal.mistake("\"" + name + "\" cannot name a job",
                    "use up to 128 letters, digits, \".\", \"_\" and \"-\", a letter or digit first");
        }
        Payload payload = command != null
                ? PayloadText.ofShellText(command, world.workingDir(), exec)
                : PayloadText.ofWords(words, world.workingDir(), exec);
        Step step = new Step(payload, new Place.ThisMachine(world.workingDir(), Map.of()));
        Job job = new Job(name, "", List.of(), schedules(when), world.zone(), true, step, Policies.DEFAULT);
        return new Inline(command != null ? command : String.join(" ", words), job);
    }

    /// Whether it runs now and never again.
    boolean once() {
        return job.schedules().equals(List.of(new Once()));
    }

    /// As a text with one job.
    Timetable timetable() {
        return new Timetable(null, "", List.of(), List.of(job), List.of());
    }

    private static List<Schedule> schedules(List<String> when) {
        return when.isEmpty() ? List.of(new Once()) : TypedSchedules.read("--when", when);
    }
}
