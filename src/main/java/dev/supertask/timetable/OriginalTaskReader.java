package dev.supertask.timetable;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.supertask.job.Job;
import dev.supertask.job.Place;
import dev.supertask.job.Policies;
import dev.supertask.job.Step;
import dev.supertask.problem.Warning;
import dev.supertask.schedule.Schedule;
import org.jspecify.annotations.Nullable;

/// Reads one task of the Python original.
final class OriginalTaskReader {
    private final Values values;
    private final Reading reading;
    private final Path folder;
    private final ZoneId zone;
    private final Foresight foresight;
    private final OriginalStepsReader steps;

    OriginalTaskReader(Values values, Surroundings around) {
        this.values = values;
        this.reading = values.reading();
        this.folder = around.folder();
        this.zone = around.zone();
        this.foresight = new Foresight(reading, around.now());
        this.steps = new OriginalStepsReader(values, folder, new Place.ThisMachine(folder, Map.of()));
    }

    /// A task that has a name.
    ///
    /// @param id its name, where it stands
    /// @param job what it comes down to; empty where it has mistakes
    record Task(Yaml.Scalar id, Optional<Job> job) {}

    /// Reads an entry of `tasks`; empty where it has no name.
    ///
    /// @param number its place in the list, from 1
    Optional<Task> read(int number, Yaml item) {
        String label = "task " + number;
        // An entry has no key, and is told of as if it had one.
        Field unnamed = new Field(label, new Yaml.Scalar(item.span(), label, true), item);
        Yaml.Mapping map = values.map(unnamed, "write \"meta\", \"on\" and \"steps\" in it");
        if (map == null) {
            return Optional.empty();
        }
        Yaml.Scalar id = id(map);
        Span at = id != null ? id.span() : map.entries().isEmpty() ? map.span() : map.entries().getFirst().key().span();
        Field itself = new Field(id == null ? label : "task \"" + id.text() + "\"", new Yaml.Scalar(at, "", true), map);
        Fields fields = Fields.of(map, " in " + itself.label(), OtherKeys.ORIGINAL_TASK, reading);
        Fields meta = meta(fields, itself);
        List<Schedule> schedules = schedules(fields, itself);
        List<Step> launched = steps.read(fields, itself);
        String title = text(meta, "name");
        String description = text(meta, "description");
        Field enabled = meta == null ? null : meta.get("enabled");
        Boolean flag = enabled == null ? Boolean.TRUE : values.flag(enabled);
        if (id == null) {
            return Optional.empty();
        }
        boolean whole = Job.isValidName(id.text()) && !schedules.isEmpty() && !launched.isEmpty() && flag != null;
        if (!whole) {
            return Optional.of(new Task(id, Optional.empty()));
        }
        Job job = new Job(id.text(), title, description, List.of(), schedules, zone, Boolean.TRUE.equals(flag),
                launched,
                Policies.DEFAULT);
        foresight.look(job, id.span());
        return Optional.of(new Task(id, Optional.of(job)));
    }

    /// The name of a task, without a word about what is wrong with it.
    private static Yaml.@Nullable Scalar id(Yaml.Mapping task) {
        return value(task, "meta") instanceof Yaml.Mapping meta && value(meta, "id") instanceof Yaml.Scalar id
                && !id.isNothing() ? id : null;
    }

    private static @Nullable Yaml value(Yaml.Mapping map, String key) {
        return map.entries().stream().filter(entry -> entry.key().text().equals(key)).map(Yaml.Entry::value)
                .findFirst().orElse(null);
    }

    private @Nullable Fields meta(Fields task, Field itself) {
        Field field = task.get("meta");
        Yaml.Mapping map = field == null ? null : values.map(field, "write {id: NAME, name: TITLE}");
        if (map == null) {
            if (!task.hint(List.of("meta"))) {
                reading.mistake(itself.key().span(), itself.label() + " has no \"meta\"", "add \"meta: {id: NAME}\"");
            }
            return null;
        }
        Fields meta = Fields.of(map, " in \"meta\" of " + itself.label(), OtherKeys.ORIGINAL_TASK_META, reading);
        for (Field each : meta.all()) {
            if (each.key().text().startsWith("last_")) {
                reading.warning(Warning.IGNORED, reading.source().position(each.key().span()),
                        each.label() + " means nothing here", "\"supertask list-runs\" tells how runs went");
            }
        }
        Field id = meta.get("id");
        Yaml.Scalar name = id == null ? null : values.scalar(id);
        if (id == null && !meta.hint(List.of("id"))) {
            reading.mistake(itself.key().span(), itself.label() + " has no name", "add \"id\" to its \"meta\"");
        } else if (name != null && !Job.isValidName(name.text())) {
            reading.mistake(name.span(), "\"" + name.text() + "\" cannot name a job",
                    "use letters, digits, \".\", \"_\" and \"-\", at most 128, and a letter or digit first");
        }
        return meta;
    }

    private String text(@Nullable Fields meta, String key) {
        Field field = meta == null ? null : meta.get(key);
        boolean none = field == null || (field.value() instanceof Yaml.Scalar scalar && scalar.isNothing());
        String text = field == null || none ? "" : values.text(field);
        return text == null ? "" : text;
    }

    private List<Schedule> schedules(Fields task, Field itself) {
        Field on = task.get("on");
        Yaml.Mapping events = on == null ? null : values.map(on, "write {schedule: [{cron: \"0 3 * * *\"}]}");
        Fields fields = events == null
                ? null
                : Fields.of(events, " in \"on\" of " + itself.label(), OtherKeys.ORIGINAL_ON, reading);
        Field schedule = fields == null ? null : fields.get("schedule");
        if (schedule == null) {
            boolean told = fields != null ? fields.hint(List.of("schedule")) : on != null || task.hint(List.of("on"));
            if (!told) {
                reading.mistake(itself.key().span(), itself.label() + " is never due",
                        "add \"on: {schedule: [{cron: …}]}\"");
            }
            return List.of();
        }
        return new OriginalWhenReader(values).read(schedule);
    }
}
