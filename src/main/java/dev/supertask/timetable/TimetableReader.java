package dev.supertask.timetable;

import java.util.List;
import java.util.Map;

import dev.supertask.job.Job;
import dev.supertask.job.Namespace;
import org.jspecify.annotations.Nullable;

/// Reads the top level of a timetable.
final class TimetableReader {
    private final Reading reading;
    private final Surroundings around;
    private final JobReader jobs;
    private final Values values;

    TimetableReader(Reading reading, Surroundings around) {
        this.reading = reading;
        this.around = around;
        this.jobs = new JobReader(reading, around);
        this.values = jobs.values();
    }

    /// The timetable; without what has mistakes, which are told.
    Timetable read(Yaml.Mapping root) {
        if (PythonForm.refuse(root, reading)) {
            return new Timetable(null, "", List.of(), List.of(), List.of());
        }
        Fields top = Fields.of(root, "", Keys.TOP, reading);
        reading.silence(IgnoredWarnings.read(top.get("ignore-warnings"), values));
        Field name = top.get("namespace");
        String namespace = name == null ? null : namespace(name);
        Meta meta = Meta.read(top.get("meta"), values);
        Defaults own = Defaults.of(around);
        Map<String, String> env = jobs.settings().env().read(top.get("env"), "\"env\"");
        own = own.with(jobs.settings().zone(top.get("timezone"), around.zone()), env);
        return new Timetable(namespace, meta.title(), meta.authors(),
                jobs(top, defaults(top.get("defaults"), own)),
                reading.problems().inReadingOrder());
    }

    private @Nullable String namespace(Field field) {
        Yaml.Scalar id = values.scalar(field);
        if (id != null && !Namespace.isValidId(id.text())) {
            reading.mistake(id.span(), "\"" + id.text() + "\" cannot name a namespace",
                    "use letters, digits, \".\", \"_\" and \"-\", at most 64, and a letter or digit first");
        }
        return id == null ? null : id.text();
    }

    private Defaults defaults(@Nullable Field field, Defaults own) {
        Yaml.Mapping map = field == null
                ? null
                : values.map(field, "write {timeout: 1h}, for example");
        if (map == null) {
            return own;
        }
        Fields fields = Fields.of(map, " in \"defaults\"", Keys.DEFAULTS, reading);
        reading.silence(IgnoredWarnings.read(fields.get("ignore-warnings"), values));
        return jobs.settings().read(fields, "\"defaults\"", own);
    }

    private List<Job> jobs(Fields top, Defaults defaults) {
        Field field = top.get("jobs");
        if (field == null) {
            if (!top.hint(List.of("jobs"))) {
                reading.problems().mistake(reading.source().start(), "the timetable has no \"jobs\"",
                        "add them: \"jobs: {NAME: {when: …, run: …}}\"");
            }
            return List.of();
        }
        if (field.value() instanceof Yaml.Sequence list) {
            reading.mistake(list.span(), "\"jobs\" is a list, but must be a map",
                    "write \"NAME:\" with the job's keys under it; lists of the Python original are not read yet");
            return List.of();
        }
        Yaml.Mapping map = values.map(field, "write \"NAME:\" with the job's keys under it");
        if (map == null) {
            return List.of();
        }
        if (map.entries().isEmpty()) {
            reading.mistake(map.span(), "\"jobs\" is empty", "add one: \"NAME: {when: …, run: …}\"");
        }
        return Fields.any(map, name -> "job \"" + name + "\"", reading).all().stream()
                .flatMap(job -> jobs.read(job.key(), job.value(), defaults).stream()).toList();
    }
}
