package dev.supertask.timetable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.supertask.job.Job;
import dev.supertask.job.Namespace;
import org.jspecify.annotations.Nullable;

/// Reads the top level of a timetable.
final class TimetableReader {
    private final Part part;
    private final Reading reading;
    private final JobReader jobs;
    private final Values values;

    TimetableReader(Part part) {
        this.part = part;
        this.reading = part.reading();
        this.jobs = new JobReader(part);
        this.values = jobs.values();
    }

    /// The timetable; without what has mistakes, which are told.
    Timetable read(Yaml.Mapping root) {
        if (OriginalReader.recognises(root)) {
            return new OriginalReader(reading, part.around()).read(root);
        }
        Fields top = Fields.of(root, "", Keys.TOP, reading);
        reading.silence(IgnoredWarnings.read(top.get("ignore-warnings"), values));
        refuseOfIncluded(top);
        Field name = top.get("namespace");
        String namespace = name == null ? null : namespace(name, values);
        Meta meta = Meta.read(top.get("meta"), values);
        Fields shared = defaults(top.get("defaults"));
        Defaults own = own(top, shared);
        List<Job> all = new ArrayList<>(jobs(top, own));
        Field include = top.get("include");
        if (include != null) {
            boolean theirFolder = part.ownFolder() && (shared == null || shared.get("working-dir") == null);
            all.addAll(part.whole().includes().read(part, include, own, theirFolder));
            refuseNoJobs(all, include);
        }
        return new Timetable(namespace, meta.title(), meta.authors(), all, List.of());
    }

    /// Applied, such a text would retire all jobs of its namespace.
    private void refuseNoJobs(List<Job> all, Field include) {
        if (all.isEmpty() && part.includer() == null && !part.whole().refused()) {
            reading.mistake(include.key().span(), include.label() + " finds no job, and there is no other",
                    "add \"jobs\", or a text for it to find");
        }
    }

    /// Whose jobs they are is said once.
    private void refuseOfIncluded(Fields top) {
        Part.Includer includer = part.includer();
        for (Field field : top.all()) {
            if (includer != null && Keys.OF_THE_WHOLE.contains(field.key().text())) {
                reading.mistake(field.key().span(), field.label() + " cannot stand in a text that is included",
                        "write it in \"" + includer.part().top().text().name() + "\"");
            }
        }
    }

    /// The id of a namespace; a mistake is told where it is none.
    static @Nullable String namespace(Field field, Values values) {
        Yaml.Scalar id = values.scalar(field);
        if (id != null && !Namespace.isValidId(id.text())) {
            values.reading().mistake(id.span(), "\"" + id.text() + "\" cannot name a namespace",
                    "use letters, digits, \".\", \"_\" and \"-\", at most 64, and a letter or digit first");
        }
        return id == null ? null : id.text();
    }

    private @Nullable Fields defaults(@Nullable Field field) {
        Yaml.Mapping map = field == null
                ? null
                : values.map(field, "write {timeout: 1h}, for example");
        if (map == null) {
            return null;
        }
        Fields fields = Fields.of(map, " in \"defaults\"", Keys.DEFAULTS, reading);
        reading.silence(IgnoredWarnings.read(fields.get("ignore-warnings"), values));
        return fields;
    }

    private Defaults own(Fields top, @Nullable Fields shared) {
        Map<String, String> env = new LinkedHashMap<>(part.inherited().env());
        env.putAll(jobs.settings().env().read(top.get("env"), top.get("env-file"), "\"env\""));
        Defaults own = part.inherited().with(
                jobs.settings().zone(top.get("timezone"), part.inherited().zone()), env);
        return shared == null ? own : jobs.settings().read(shared, "\"defaults\"", own);
    }

    private List<Job> jobs(Fields top, Defaults defaults) {
        Field field = top.get("jobs");
        if (field == null) {
            if (!top.hint(List.of("jobs", "include"))) {
                reading.problems().mistake(reading.source().start(), "the timetable has no \"jobs\"",
                        "add them: \"jobs: {NAME: {when: …, run: …}}\"");
            }
            return List.of();
        }
        if (field.value() instanceof Yaml.Sequence list) {
            reading.mistake(list.span(), "\"jobs\" is a list, but must be a map",
                    "write \"NAME:\" with the job's keys under it; the list of the Python original is called \"tasks\"");
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
                .filter(job -> part.whole().names(reading, job.key().text(), job.key().span()))
                .flatMap(job -> jobs.read(job.key(), job.value(), defaults).stream()).map(new Alike()::of).toList();
    }
}
