package dev.supertask.timetable;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

import dev.supertask.testkit.SchemaCheck;
import dev.supertask.wire.Json;
import org.junit.jupiter.api.Test;

/// Each key that the reader knows has its line in [KeyShapes], and each line its key.
class KeyShapesTest {
    /// The places that share lines have them under the name of one of them.
    private static final Map<String, String> SHARED = Map.of("DEFAULTS", "JOB");

    @Test
    void everyKeyIsDescribed() throws Exception {
        List<String> missing = new ArrayList<>();
        for (Field place : places()) {
            for (String key : shapes(place).missing((Keys) place.get(null))) {
                missing.add("\"" + key + "\" of Keys." + place.getName() + " has no line: add .key(\"" + key
                        + "\", \"what it means.\", WHAT IT LOOKS LIKE) to KeyShapes");
            }
        }
        assertEquals(List.of(), missing);
    }

    @Test
    void everyDescriptionHasItsKey() throws Exception {
        List<String> orphans = new ArrayList<>();
        for (Field place : places()) {
            Shapes shapes = shapes(place);
            Set<String> known = new TreeSet<>();
            for (Field other : places()) {
                if (shapes(other).equals(shapes)) {
                    known.addAll(((Keys) other.get(null)).known());
                }
            }
            shapes.byKey().keySet().stream().filter(key -> !known.contains(key))
                    .map(key -> "\"" + key + "\" in KeyShapes." + place.getName() + " is no key that Keys knows")
                    .forEach(orphans::add);
        }
        assertEquals(List.of(), orphans);
    }

    @Test
    void everyDescriptionIsASentence() throws Exception {
        List<String> others = new ArrayList<>();
        for (Field place : places()) {
            shapes(place).byKey().forEach((key, shape) -> {
                if (!String.valueOf(shape.get("description")).matches(".{8,}[.]")) {
                    others.add(place.getName() + "." + key + ": " + shape.get("description"));
                }
            });
        }
        assertEquals(List.of(), others);
    }

    @Test
    void theSchemaTakesEveryJobThatIsWritten() {
        SchemaCheck schema = SchemaCheck.by(Json.pretty(TimetableSchema.tree()));
        Random random = new Random(4);
        for (int i = 0; i < 300; i++) {
            String text = "jobs:\n" + JobText.write(new RandomJobs(random).next()).indent(2);
            assertEquals(List.of(), schema.wrong(text), text);
        }
    }

    private static List<Field> places() {
        return Arrays.stream(Keys.class.getDeclaredFields()).filter(field -> field.getType() == Keys.class).toList();
    }

    private static Shapes shapes(Field place) throws ReflectiveOperationException {
        String name = SHARED.getOrDefault(place.getName(), place.getName());
        try {
            Field shapes = KeyShapes.class.getDeclaredField(name);
            return (Shapes) shapes.get(null);
        } catch (NoSuchFieldException e) {
            throw new AssertionError("Keys." + name + " has no lines: add a Shapes called " + name
                    + " to KeyShapes, and " + name + ".object(Keys." + name + ") to the line of the key that holds it",
                    e);
        }
    }
}
