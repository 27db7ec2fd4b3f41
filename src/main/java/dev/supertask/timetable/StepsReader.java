package dev.supertask.timetable;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import dev.supertask.job.Payload;
import dev.supertask.job.Place;
import dev.supertask.job.Step;
import org.jspecify.annotations.Nullable;

/// Reads what a job launches: the payload of a job that has one, or its list of `steps`.
record StepsReader(Values values, EnvReader env, PayloadReader payloads) {
    private static final String STEPS = "steps";
    private static final Pattern NAME = Pattern.compile("[^\\p{Cntrl}\\s](?:[^\\p{Cntrl}]{0,126}[^\\p{Cntrl}\\s])?");

    /// The steps of a job; none, with its mistakes told, where they cannot be made.
    ///
    /// @param own what holds for the job
    List<Step> read(Fields job, Field itself, Defaults own) {
        Field steps = job.get(STEPS);
        if (steps == null) {
            Payload payload = payloads.read(job, itself, own.shell());
            String stdin = payloads.stdin(job);
            Place place = new Place.ThisMachine(own.workingDir(), own.env(), own.process(), own.clearEnv());
            return payload == null
                    ? List.of()
                    : List.of(new Step("", Step.Condition.SUCCESS, payload, stdin, place));
        }
        refuseOthers(job, itself);
        return list(steps, itself, own);
    }

    private void refuseOthers(Fields job, Field itself) {
        for (Field field : job.all()) {
            String key = field.key().text();
            if (Keys.PAYLOADS.contains(key) || key.equals("stdin")) {
                values.reading().mistake(field.key().span(),
                        itself.label() + " has both \"" + STEPS + "\" and \"" + key + "\"",
                        "make it a step of its own");
            } else if (key.equals("args")) {
                values.reading().mistake(field.key().span(), field.label() + " belongs to no \"script\"",
                        "write it in the step that has one");
            }
        }
    }

    private List<Step> list(Field steps, Field itself, Defaults own) {
        if (!(steps.value() instanceof Yaml.Sequence list)) {
            values.texts(steps, "write a list with \"- run: …\" for each step"); // says that it is none
            return List.of();
        }
        if (list.items().isEmpty()) {
            values.reading().mistake(list.span(), steps.label() + " is an empty list",
                    "write at least one step, or \"run\" instead");
        }
        List<Step> read = new ArrayList<>();
        Map<String, String> names = new HashMap<>();
        for (int number = 1; number <= list.items().size(); number++) {
            Yaml item = list.items().get(number - 1);
            String label = "step " + number + " of " + itself.label();
            // An entry has no key, and is told of as if it had one.
            Field field = new Field(label, new Yaml.Scalar(item.span(), "step-" + number, true), item);
            Yaml.Mapping map = map(field);
            Step step = map == null ? null : step(field, map, names, own);
            if (step != null) {
                read.add(step);
            }
        }
        return read.size() == list.items().size() ? read : List.of();
    }

    /// Its keys: text alone is what it runs.
    private Yaml.@Nullable Mapping map(Field step) {
        if (step.value() instanceof Yaml.Scalar text && !text.isNothing()) {
            Yaml.Scalar key = new Yaml.Scalar(text.span(), "run", true);
            return new Yaml.Mapping(text.span(), List.of(new Yaml.Entry(key, text)));
        }
        return values.map(step, "write \"run: …\", \"exec: […]\" or \"script: …\" in it");
    }

    private @Nullable Step step(Field itself, Yaml.Mapping map, Map<String, String> names, Defaults own) {
        Fields fields = Fields.of(map, " in " + itself.label(), Keys.STEP, values.reading());
        String name = name(fields.get("name"), itself, names);
        Field when = fields.get("if");
        Step.Condition condition = when == null
                ? Step.Condition.SUCCESS
                : values.choice(when, Step.Condition.values(), Step.Condition::word);
        Place place = place(fields, itself, own);
        Payload payload = payloads.read(fields, itself, settings().shell(fields.get("shell"), own.shell()));
        String stdin = payloads.stdin(fields);
        return name == null || condition == null || payload == null
                ? null
                : new Step(name, condition, payload, stdin, place);
    }

    private Place place(Fields fields, Field itself, Defaults own) {
        Field folder = fields.get("working-dir");
        Path path = folder == null ? null : values.path(folder, payloads.folder());
        Map<String, String> variables = new LinkedHashMap<>(own.env());
        variables.putAll(env.read(fields.get("env"), "\"env\" of " + itself.label()));
        return new Place.ThisMachine(path == null ? own.workingDir() : path, variables,
                new ProcessReader(values).read(fields, itself.label(), own.process()),
                settings().clearEnv(fields.get("clear-env"), own));
    }

    private SettingsReader settings() {
        return new SettingsReader(values, env, payloads.folder());
    }

    /// @param names the labels of the steps before it, by their names as they are in the names of variables
    private @Nullable String name(@Nullable Field field, Field itself, Map<String, String> names) {
        String name = field == null ? itself.key().text() : values.text(field);
        if (name == null) {
            return null;
        }
        Span at = field == null ? itself.key().span() : field.value().span();
        if (!NAME.matcher(name).matches()) {
            values.reading().mistake(at, "\"" + name + "\" cannot name a step",
                    "write a few words on one line, at most 128 characters");
            return null;
        }
        String before = names.putIfAbsent(Step.variable(name), itself.label());
        if (before != null) {
            values.reading().mistake(at, "\"" + name + "\" names " + before + " as well",
                    "give each its own: letters and digits must differ, for outputs become variables of that name");
            return null;
        }
        return name;
    }
}
