package dev.supertask.timetable;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;

import dev.supertask.job.Callee;
import dev.supertask.job.Payload;
import dev.supertask.job.Place;
import dev.supertask.job.Step;
import dev.supertask.problem.Nearest;
import org.jspecify.annotations.Nullable;

/// Reads the `steps` of a task of the Python original.
///
/// @param folder what paths are resolved against
/// @param place where all of them run
record OriginalStepsReader(Values values, Path folder, Place place) {
    private static final int LONGEST_NAME = 128;
    private static final List<String> USES = List.of("python-entrypoint", "python-file");

    /// The steps in order; none, with the mistakes told, where they cannot be made.
    List<Step> read(Fields task, Field itself) {
        Field field = task.get("steps");
        if (field == null) {
            if (!task.hint(List.of("steps"))) {
                values.reading().mistake(itself.key().span(), itself.label() + " has nothing to run",
                        "add \"steps: [{uses: python-entrypoint, run: \"module:function\"}]\"");
            }
            return List.of();
        }
        if (!(field.value() instanceof Yaml.Sequence list)) {
            values.texts(field, "write \"- uses: python-entrypoint\" and \"run: …\" for each step"); // it is no list
            return List.of();
        }
        if (list.items().isEmpty()) {
            values.reading().mistake(list.span(), field.label() + " is an empty list", "write at least one step");
        }
        List<Step> read = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (int number = 1; number <= list.items().size(); number++) {
            Yaml item = list.items().get(number - 1);
            String label = "step " + number + " of " + itself.label();
            Yaml.Mapping map = values.map(new Field(label, new Yaml.Scalar(item.span(), label, true), item),
                    "write \"uses\" and \"run\" in it");
            Step step = map == null ? null : step(number, label, map, names);
            if (step != null) {
                read.add(step);
            }
        }
        return read.size() == list.items().size() ? read : List.of();
    }

    private @Nullable Step step(int number, String label, Yaml.Mapping map, Set<String> names) {
        Fields fields = Fields.of(map, " in " + label, OtherKeys.ORIGINAL_STEP, values.reading());
        Field name = fields.get("name");
        String words = name == null ? "step-" + number : values.text(name);
        Field when = fields.get("if");
        Step.Condition condition = when == null ? Step.Condition.SUCCESS : condition(when);
        Payload payload = new CallReader(values, folder).payload(callee(fields, label, map), fields.get("args"),
                fields.get("kwargs"));
        return words == null || condition == null || payload == null
                ? null
                : new Step(unique(words, names), condition, payload, null, place);
    }

    /// In the original steps may be called alike, and by anything.
    private static String unique(String words, Set<String> names) {
        String plain = words.strip().replaceAll("[\\p{Cntrl}\\s]+", " ");
        String name = plain.isEmpty() ? "step" : plain.substring(0, Math.min(plain.length(), LONGEST_NAME - 8)).strip();
        String unique = name;
        for (int i = 2; !names.add(unique.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_")); i++) {
            unique = name + " " + i;
        }
        return unique;
    }

    private Step.@Nullable Condition condition(Field field) {
        Yaml.Scalar scalar = values.scalar(field);
        if (scalar == null) {
            return null;
        }
        return switch (scalar.text().strip().toLowerCase(Locale.ROOT)) {
            case "true", "yes", "on", "1", "success", "success()" -> Step.Condition.SUCCESS;
            case "false", "no", "off", "0" -> Step.Condition.NEVER;
            case "failure", "failure()" -> Step.Condition.FAILURE;
            case "always", "always()" -> Step.Condition.ALWAYS;
            default -> {
                values.reading().mistake(scalar.span(), "\"" + scalar.text() + "\" is no condition",
                        "write true, false, success, failure or always");
                yield null;
            }
        };
    }

    private @Nullable Callee callee(Fields fields, String label, Yaml.Mapping map) {
        Field uses = fields.get("uses");
        Field run = fields.get("run");
        if (uses == null && !fields.hint(List.of("uses"))) {
            values.reading().mistake(start(map), label + " does not say what it is",
                    "add \"uses: " + String.join("\" or \"uses: ", USES) + "\"");
        }
        if (run == null && !fields.hint(List.of("run"))) {
            values.reading().mistake(start(map), label + " has nothing to run", "add \"run: module:function\"");
        }
        Yaml.Scalar kind = uses == null ? null : values.scalar(uses);
        Yaml.Scalar text = run == null ? null : values.scalar(run);
        if (kind != null && !USES.contains(kind.text())) {
            String hint = Nearest.hint(kind.text(), USES);
            values.reading().mistake(kind.span(), "steps of kind \"" + kind.text() + "\" are not known",
                    hint != null ? hint : "write " + String.join(" or ", USES));
            return null;
        }
        Function<String, Callee> reader = kind != null && kind.text().equals(USES.getLast())
                ? this::file
                : CalleeText::entrypoint;
        return kind == null || text == null ? null : values.reading().parse(text, 0, reader, text.text());
    }

    /// Without a name it is `run` that the original calls, and never the file itself.
    private Callee file(String text) {
        return CalleeText.file(text.endsWith(".py") ? text + ":run" : text, folder);
    }

    private static Span start(Yaml.Mapping map) {
        return map.entries().isEmpty() ? map.span() : map.entries().getFirst().key().span();
    }
}
