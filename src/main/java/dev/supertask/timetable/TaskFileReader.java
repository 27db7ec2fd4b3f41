package dev.supertask.timetable;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import dev.supertask.job.Callee;
import dev.supertask.job.Job;
import dev.supertask.job.Payload;
import dev.supertask.job.Place;
import dev.supertask.job.Step;
import dev.supertask.schedule.Schedule;
import org.jspecify.annotations.Nullable;

/// Reads the header of a task file.
final class TaskFileReader {
    private final Reading reading;
    private final Surroundings around;
    private final Path file;
    private final Values values;

    TaskFileReader(Reading reading, Surroundings around, Path file) {
        this.reading = reading;
        this.around = around;
        this.file = file;
        this.values = new Values(reading);
    }

    /// The timetable; without a job where there are mistakes, which are told.
    ///
    /// @param when what wins over the schedules of the header, if there are any
    Timetable read(List<Schedule> when) {
        Optional<TaskHeader> header = TaskHeader.find(reading);
        if (header.isEmpty() && when.isEmpty() && !reading.problems().refuse()) {
            String sign = sign();
            reading.problems().mistake(reading.source().start(), "nothing says when this file is due",
                    "write the lines '" + sign + " /// task', '" + sign + " cron = \"0 3 * * *\"' and '" + sign
                            + " ///' into it, or add --when=SCHEDULE");
        }
        Span start = header.map(TaskHeader::opening).orElse(new Span(0, 0, 0, 1));
        Yaml.Mapping map = header.isEmpty()
                ? new Yaml.Mapping(start, List.of())
                : new TomlReader(reading, header.get()).read();
        if (map == null || (header.isEmpty() && when.isEmpty())) {
            return timetable(null, List.of());
        }
        Fields fields = Fields.of(map, " in the header", OtherKeys.TASK, reading);
        Field itself = new Field("the task", new Yaml.Scalar(start, "", true), map);
        Field namespace = fields.get("namespace");
        Optional<Job> job = reading.silencing(IgnoredWarnings.read(fields.get("ignore-warnings"), values),
                () -> job(fields, itself, when));
        return timetable(namespace == null ? null : TimetableReader.namespace(namespace, values),
                job.stream().toList());
    }

    private Timetable timetable(@Nullable String namespace, List<Job> jobs) {
        return new Timetable(namespace, "", List.of(), jobs, reading.problems().inReadingOrder());
    }

    private Optional<Job> job(Fields fields, Field itself, List<Schedule> when) {
        Part part = Part.alone(reading, around);
        EnvReader env = new EnvReader(new EnvText(Variables.of(around.environment()), reading), values,
                new EnvFiles(part));
        Defaults own = new SettingsReader(values, env, around.folder()).read(fields, "the header", Defaults.of(around));
        List<Schedule> said = schedules(fields, itself, when.isEmpty());
        List<Schedule> schedules = when.isEmpty() ? said : when;
        String name = name(fields, itself);
        Map<String, String> variables = new LinkedHashMap<>(own.env());
        Payload payload = payload(fields.get("options"), variables);
        String title = text(fields, "title");
        String description = text(fields, "description");
        if (schedules.isEmpty() || !Job.isValidName(name)) {
            return Optional.empty();
        }
        Step step = new Step(payload,
                new Place.ThisMachine(own.workingDir(), variables, own.process(), own.clearEnv()));
        Job job = new Job(name, title, description, own.tags(), schedules, own.zone(), own.enabled(), List.of(step),
                own.policies());
        new Foresight(reading, around.now()).look(job, itself.key().span());
        return Optional.of(job);
    }

    /// `cron` counts weekdays as the Python original does, `when` as a timetable does.
    private List<Schedule> schedules(Fields fields, Field itself, boolean needed) {
        List<Schedule> schedules = new ArrayList<>();
        Field cron = fields.get("cron");
        if (cron != null) {
            new OriginalWhenReader(values).add(cron, schedules);
        }
        if (fields.get("when") != null || fields.get("every") != null) {
            schedules.addAll(new WhenReader(values).read(fields, itself));
        }
        if (needed && !fields.hint(List.of("cron", "when", "every"))) {
            reading.mistake(itself.key().span(), "the header does not say when its task is due",
                    "add a line such as 'cron = \"0 3 * * *\"' or 'when = \"@daily\"', or --when=SCHEDULE");
        }
        return schedules;
    }

    private String name(Fields fields, Field itself) {
        Field field = fields.get("name");
        String file = fileName();
        int dot = file.lastIndexOf('.');
        String name = field != null
                ? Objects.requireNonNullElse(values.text(field), "")
                : dot > 0 ? file.substring(0, dot)
                : file;
        if (!name.isEmpty() && !Job.isValidName(name)) {
            reading.mistake(field != null ? field.value().span() : itself.key().span(),
                    "\"" + name + "\" cannot name a job", field != null
                            ? "use letters, digits, \".\", \"_\" and \"-\", at most 128, and a letter or digit first"
                            : "add a line such as 'name = \"backup\"' to the header");
        }
        return name;
    }

    private String fileName() {
        Path name = file.getFileName();
        return name == null ? "" : name.toString();
    }

    private Payload payload(@Nullable Field options, Map<String, String> variables) {
        Yaml.Mapping map = options == null ? null : values.map(options, "write [options] and NAME = VALUE below it");
        if (TaskFile.ending(fileName()).equals("py")) {
            return new Payload.Call(new Callee.PythonFile(file, ""), "[]",
                    map == null || options == null ? "{}" : new Literals(reading).json(map, options.label()));
        }
        if (map != null) {
            parameters(map, variables);
        }
        return new Payload.Script(file, List.of());
    }

    /// What is no Python takes its options as variables, whatever its language.
    private void parameters(Yaml.Mapping map, Map<String, String> variables) {
        Map<String, String> names = new LinkedHashMap<>();
        for (Yaml.Entry option : map.entries()) {
            String key = option.key().text();
            String variable = EnvReader.PARAMETER + key.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
            String before = names.putIfAbsent(variable, key);
            if (before != null) {
                reading.mistake(option.key().span(), "options \"" + before + "\" and \"" + key + "\" would both be \""
                        + variable + "\"", "call one of them otherwise");
            }
            variables.put(variable, option.value() instanceof Yaml.Scalar scalar
                    ? scalar.text()
                    : new Literals(reading).json(option.value(), "\"" + key + "\" in \"options\""));
        }
    }

    private String text(Fields fields, String key) {
        Field field = fields.get(key);
        return field == null ? "" : Objects.requireNonNullElse(values.text(field), "");
    }

    private String sign() {
        return switch (TaskFile.ending(fileName())) {
            case "js", "mjs", "cjs", "ts", "php" -> "//";
            case "sql", "lua" -> "--";
            default -> "#";
        };
    }
}
