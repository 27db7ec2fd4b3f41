package dev.supertask.timetable;

import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

import dev.supertask.job.Job;
import dev.supertask.job.Payload;
import dev.supertask.job.Place;
import dev.supertask.job.Step;
import dev.supertask.schedule.Schedule;
import org.jspecify.annotations.Nullable;

/// Writes the jobs of a crontab as a timetable: what all of them share once, at the top, and for each what is
/// its own.
final class CrontabWriter {
    private final YamlWriter out = new YamlWriter();
    private final List<Job> jobs;
    private final Surroundings around;
    private final Map<String, String> env;
    private final ZoneId zone;
    private final String shell;
    private final String folder;

    /// @param jobs at least one, each as [CrontabReader] makes it
    /// @param around where the timetable is to be read
    CrontabWriter(List<Job> jobs, Surroundings around) {
        this.jobs = jobs;
        this.around = around;
        this.env = sharedEnv();
        this.zone = shared(Job::zone, around.zone());
        this.shell = shared(CrontabWriter::shell, Payload.Shell.USUAL);
        this.folder = shared(CrontabWriter::folder, folder(jobs.getFirst()));
    }

    /// The whole timetable.
    String write(String source) {
        out.comment("The crontab \"" + source + "\" as a timetable, written by \"supertask import\".");
        if (!zone.equals(around.zone())) {
            out.text("timezone", zone.getId());
        }
        mail(env);
        variables(env);
        out.open("defaults");
        out.comment("as cron has it: only its own few variables, the home folder, nothing made up for");
        out.literal("clear-env", "true");
        out.text("working-dir", folder);
        text("shell", shell, Payload.Shell.USUAL);
        out.literal("catch-up", "none");
        out.close();
        out.open("jobs");
        for (Job job : jobs) {
            out.space();
            job(job);
        }
        return out.text();
    }

    private void job(Job job) {
        Step step = job.steps().getFirst();
        Place.ThisMachine place = place(job);
        out.open(job.name());
        Map<String, String> own = new LinkedHashMap<>(place.env());
        own.keySet().removeAll(env.keySet());
        mail(own);
        text("description", job.description(), "");
        job.schedules().stream().map(Schedule::text).forEach(text -> out.text("when", text));
        text("timezone", job.zone().getId(), zone.getId());
        if (step.payload() instanceof Payload.Shell command) {
            out.text("run", PayloadText.write(command));
        }
        text("stdin", step.stdin(), null);
        text("shell", shell(job), shell);
        text("user", place.process().user(), null);
        text("working-dir", folder(job), folder);
        variables(own);
        out.close();
    }

    private void mail(Map<String, String> variables) {
        String mail = variables.getOrDefault("MAILTO", "");
        if (!mail.isEmpty()) {
            out.comment("cron mails what a command writes to " + mail + "; mail is not sent yet");
        }
    }

    private void variables(Map<String, String> variables) {
        if (!variables.isEmpty()) {
            out.open("env");
            variables.forEach((name, value) -> out.text(name, EnvText.escape(value)));
            out.close();
        }
    }

    private void text(String key, @Nullable String value, @Nullable String otherwise) {
        if (value != null && !value.equals(otherwise)) {
            out.text(key, value);
        }
    }

    private Map<String, String> sharedEnv() {
        Map<String, String> common = new LinkedHashMap<>(place(jobs.getFirst()).env());
        common.entrySet().removeIf(variable -> !jobs.stream()
                .allMatch(job -> Objects.equals(place(job).env().get(variable.getKey()), variable.getValue())));
        return common;
    }

    /// What all jobs have; where they differ, the usual.
    private <T> T shared(Function<Job, T> what, T usual) {
        T first = what.apply(jobs.getFirst());
        return jobs.stream().allMatch(job -> what.apply(job).equals(first)) ? first : usual;
    }

    private static String shell(Job job) {
        return job.steps().getFirst().payload() instanceof Payload.Shell command
                ? command.shell()
                : Payload.Shell.USUAL;
    }

    private static String folder(Job job) {
        return place(job).workingDir().toString();
    }

    private static Place.ThisMachine place(Job job) {
        return switch (job.steps().getFirst().place()) {
            case Place.ThisMachine here -> here;
        };
    }
}
