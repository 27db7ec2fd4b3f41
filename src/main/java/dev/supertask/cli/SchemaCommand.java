package dev.supertask.cli;

import java.util.Objects;

import dev.supertask.timetable.TimetableSchema;
import dev.supertask.wire.Json;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/// `supertask schema`.
@Command(name = "schema", sortOptions = false, mixinStandardHelpOptions = true, description = {
        "Prints the JSON Schema of timetables, by which editors complete and check them.",
        "A first line \"# yaml-language-server: $schema=" + TimetableSchema.FILE
                + "\" names it."}, footer = {
                        "", "Examples:", "  supertask schema > " + TimetableSchema.FILE,
                        "  supertask schema | jq '.\"$defs\".job.properties | keys'"})
final class SchemaCommand implements Runnable {
    @ParentCommand
    private @Nullable SupertaskCommand root;

    @Override
    public void run() {
        Objects.requireNonNull(root).out().println(text());
    }

    static String text() {
        return Json.pretty(TimetableSchema.tree());
    }
}
