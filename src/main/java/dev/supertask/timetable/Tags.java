package dev.supertask.timetable;

import java.util.Set;

import org.jspecify.annotations.Nullable;

/// Tags change what a value means behind the schema's back, so only those that change nothing pass.
final class Tags {
    private static final String CORE = "tag:yaml.org,2002:";
    private static final Set<String> HARMLESS = Set.of("!", CORE + "str", CORE + "int", CORE + "float",
            CORE + "bool",
            CORE + "null", CORE + "seq", CORE + "map");

    private Tags() {}

    static void check(@Nullable String tag, Span at, Reading reading) {
        if (tag != null && !HARMLESS.contains(tag)) {
            String written = tag.startsWith(CORE) ? "!!" + tag.substring(CORE.length()) : tag;
            reading.mistake(new Span(at.line(), at.column(), at.line(), at.column() + written.length()),
                    "a timetable has no tags, and \"" + written + "\" is one",
                    "remove it, or quote the value if it begins with \"!\"");
        }
    }
}
