package dev.supertask.timetable;

import org.yaml.snakeyaml.reader.StreamReader;

/// Finds characters that cannot stand in a YAML text.
final class Characters {
    private Characters() {}

    /// Tells the first one, and whether there was one.
    static boolean refuse(Reading reading) {
        String text = reading.source().text();
        int index = 0;
        while (index < text.length()) {
            int point = text.codePointAt(index);
            if (!StreamReader.isPrintable(point)) {
                reading.problems().mistake(reading.source().position(index),
                        "character U+%04X cannot stand in a timetable".formatted(point),
                        "remove it, or write it as an escape in double quotes");
                return true;
            }
            index += Character.charCount(point);
        }
        return false;
    }
}
