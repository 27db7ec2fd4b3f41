package dev.supertask.timetable;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The JSON Schema of the concise form, by which editors complete and check timetables. It is made of the keys
/// that the reader knows, so that neither can go its own way; it takes all that the reader takes, and refuses what
/// can be told by looks.
public final class TimetableSchema {
    /// How the file is called that lies beside a timetable.
    public static final String FILE = ".supertask.schema.json";

    private TimetableSchema() {}

    /// The schema as maps, lists, texts, numbers and booleans.
    public static Map<String, Object> tree() {
        Map<String, Object> schema = Shape.ordered("$schema", "https://json-schema.org/draft/2020-12/schema", "title",
                "Supertask timetable", "description", "Which jobs run, and when.");
        schema.putAll(KeyShapes.TOP.object(Keys.TOP));
        schema.put("anyOf", Shapes.choice(List.of("jobs", "include"), Keys.TOP));
        schema.put("$defs", Map.of("job", job()));
        return schema;
    }

    /// The schema of `jobs`.
    static Map<String, Object> jobs() {
        return Shape.ordered("type", "object", "minProperties", 1, "propertyNames",
                Map.of("pattern", "^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$"), "additionalProperties",
                Map.of("$ref", "#/$defs/job"));
    }

    private static Map<String, Object> job() {
        Map<String, Object> job = KeyShapes.JOB.object(Keys.JOB);
        List<String> runs = Stream.concat(Keys.PAYLOADS.stream(), Stream.of("steps")).toList();
        job.put("allOf", List.of(Map.of("anyOf", Shapes.choice(Keys.DUE, Keys.JOB)),
                Map.of("oneOf", Shapes.choice(runs, Keys.JOB))));
        return job;
    }
}
