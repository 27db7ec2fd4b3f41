package dev.supertask.timetable;

import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/// What a timetable says of itself.
record Meta(String title, List<String> authors) {

    static Meta read(@Nullable Field field, Values values) {
        Yaml.Mapping map = field == null
                ? null
                : values.map(field, "write {title: TEXT, authors: [NAME, …]}");
        if (map == null) {
            return new Meta("", List.of());
        }
        Fields fields = Fields.of(map, " in \"meta\"", Keys.META, values.reading());
        Field title = fields.get("title");
        Field authors = fields.get("authors");
        return new Meta(title == null ? "" : Objects.requireNonNullElse(values.text(title), ""),
                authors == null ? List.of() : values.texts(authors, "write [NAME, …]"));
    }
}
