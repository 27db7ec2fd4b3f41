package dev.supertask.wire;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// The columns of a table of records, for forms that are flat.
public final class Columns {
    private Columns() {}

    /// The names of a record's values in their order; those of a record within it follow its own name and
    /// a dot: `origin.host`. They are the same whether or not there is anything to list.
    public static List<String> of(Class<? extends Record> type) {
        return Arrays.stream(type.getRecordComponents()).flatMap(Columns::names).toList();
    }

    private static Stream<String> names(RecordComponent component) {
        return component.getType().isRecord()
                ? of(component.getType().asSubclass(Record.class)).stream()
                        .map(name -> component.getName() + "." + name)
                : Stream.of(component.getName());
    }
}
