package dev.supertask.timetable;

import java.util.List;
import java.util.Optional;

import dev.supertask.job.Job;
import dev.supertask.job.Step;
import dev.supertask.job.Upstream;
import dev.supertask.schedule.Schedule;

/// Reads one job.
final class JobReader {
    private final Values values;
    private final SettingsReader settings;
    private final WhenReader when;
    private final Foresight foresight;
    private final AfterReader after;
    private final StepsReader steps;

    JobReader(Part part) {
        Reading reading = part.reading();
        Surroundings around = part.around();
        this.values = new Values(reading);
        EnvReader env = new EnvReader(new EnvText(part.variables(), reading), values, new EnvFiles(part));
        this.settings = new SettingsReader(values, env, around.folder());
        this.when = new WhenReader(values);
        this.foresight = new Foresight(reading, around.now());
        this.after = new AfterReader(values, part.whole());
        this.steps = new StepsReader(values, env, new PayloadReader(values, around.folder()));
    }

    Values values() {
        return values;
    }

    SettingsReader settings() {
        return settings;
    }

    /// The job under a name; empty with its mistakes told where it cannot be made.
    Optional<Job> read(Yaml.Scalar key, Yaml value, Defaults defaults) {
        String name = key.text();
        Field itself = new Field("job \"" + name + "\"", key, value);
        if (!Job.isValidName(name)) {
            values.reading().mistake(key.span(), "\"" + name + "\" cannot name a job",
                    "use letters, digits, \".\", \"_\" and \"-\", at most 128, and a letter or digit first");
        }
        Yaml.Mapping map = values.map(itself,
                "write its keys, such as \"when\" and \"run\", under it");
        return map == null ? Optional.empty() : read(itself, map, defaults);
    }

    private Optional<Job> read(Field itself, Yaml.Mapping map, Defaults defaults) {
        Fields fields = Fields.of(map, " in " + itself.label(), Keys.JOB, values.reading());
        return values.reading().silencing(IgnoredWarnings.read(fields.get("ignore-warnings"), values),
                () -> read(itself, fields, defaults));
    }

    private Optional<Job> read(Field itself, Fields fields, Defaults defaults) {
        String name = itself.key().text();
        Defaults own = settings.read(fields, itself.label(), defaults);
        List<Schedule> schedules = when.read(fields, itself);
        List<Upstream> upstream = after.read(fields.get("after"), name);
        if (!upstream.isEmpty() && hasSchedule(fields)) {
            values.reading().mistake(itself.key().span(),
                    itself.label() + " has both \"after\" and a schedule, which this version does not join",
                    "remove one of these");
        }
        boolean due = !schedules.isEmpty() || (!upstream.isEmpty() && !hasSchedule(fields));
        List<Step> launched = steps.read(fields, itself, own);
        Field description = fields.get("description");
        String words = description == null ? "" : values.text(description);
        Field title = fields.get("title");
        String called = title == null ? "" : values.text(title);
        if (launched.isEmpty() || !due || words == null || called == null || !Job.isValidName(name)) {
            return Optional.empty();
        }
        Job job = new Job(name, called, words, own.tags(), schedules, upstream, own.zone(), own.enabled(), launched,
                own.policies());
        Field texts = fields.get("when");
        if (texts != null) {
            foresight.look(job, texts.value().span());
        }
        return Optional.of(job);
    }

    private static boolean hasSchedule(Fields fields) {
        return fields.get("when") != null || fields.get("every") != null;
    }
}
