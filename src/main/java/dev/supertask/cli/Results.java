package dev.supertask.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import dev.supertask.timetable.YamlText;
import dev.supertask.wire.Columns;
import dev.supertask.wire.Json;
import org.jspecify.annotations.Nullable;

/// Prints results in the form that was asked for.
///
/// @param root where to
/// @param form the form
record Results(SupertaskCommand root, OutputOption.Form form) {
    /// The width of a terminal that does not say.
    private static final int USUAL_WIDTH = 120;

    /// Prints a listing.
    ///
    /// @param type what its elements are; names the columns also where there is nothing
    /// @param table its form for people
    /// @param nothing what to tell people where there is nothing
    <T extends Record> void list(List<T> values, Class<T> type, Supplier<Table> table, String nothing) {
        if (form != OutputOption.Form.TABLE) {
            list(values, type);
        } else if (values.isEmpty()) {
            root.tell(nothing);
        } else {
            table.get().print(root.out(), root.ansi(), width());
        }
    }

    /// Prints a listing for programs.
    ///
    /// @throws IllegalArgumentException if the form is one for people
    <T extends Record> void list(List<T> values, Class<T> type) {
        PrintWriter out = root.out();
        switch (form) {
            case TABLE -> throw new IllegalArgumentException("no form for programs: " + form);
            case JSON -> out.println(Json.pretty(values));
            case YAML -> out.print(YamlText.write(Json.tree(values)));
            case CSV -> out.print(Csv.write(Columns.of(type), values.stream().map(Json::tree).toList()));
        }
    }

    /// Prints one thing.
    ///
    /// @param tree its data, by name
    /// @param sheet its form for people
    void one(Map<String, @Nullable Object> tree, List<String> columns, Supplier<Sheet> sheet) {
        PrintWriter out = root.out();
        switch (form) {
            case TABLE -> out.print(sheet.get().text());
            case JSON -> out.println(Json.pretty(tree));
            case YAML -> out.print(YamlText.write(tree));
            case CSV -> out.print(Csv.write(columns, List.of(tree)));
        }
    }

    private int width() {
        if (!root.world().terminals().out()) {
            return Integer.MAX_VALUE;
        }
        String columns = root.world().variable("COLUMNS");
        return columns.matches("[1-9][0-9]{0,4}") ? Integer.parseInt(columns) : USUAL_WIDTH;
    }
}
