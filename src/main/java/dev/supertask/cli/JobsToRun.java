package dev.supertask.cli;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import dev.supertask.job.Namespace;
import dev.supertask.operations.ApplyTimetable;
import dev.supertask.operations.Desk;
import dev.supertask.problem.Problem;
import dev.supertask.problem.Problems;
import dev.supertask.problem.Refusal;
import dev.supertask.schedule.Schedule;
import dev.supertask.store.Applied;
import dev.supertask.store.NamespaceFolder;
import dev.supertask.store.StoreFolder;
import dev.supertask.store.TextCopies;
import org.jspecify.annotations.Nullable;

/// What one scheduler is to run: the jobs of a text, after it was applied, or those that are stored.
///
/// @param namespaceId whose jobs
/// @param source what the user calls the text, for messages
/// @param warnings what the text's author should look at
/// @param text makes the text the truth of its namespace
record JobsToRun(String namespaceId, String source, List<Problem> warnings, Text text) {

    /// Applies a text.
    @FunctionalInterface
    interface Text {
        Applied apply(Desk desk);
    }

    /// Every mistake of every file is told before anything is stored.
    ///
    /// @param when when task files are due, in place of what their headers say
    /// @param copies of what the network holds, for when it is gone; null for none
    static List<JobsToRun> files(World world, List<String> files, Namespaces namespaces, boolean adopt,
            List<Schedule> when, @Nullable TextCopies copies) {
        List<JobsToRun> found = new ArrayList<>();
        Problems problems = new Problems();
        for (String file : files.isEmpty() ? List.of(defaultFile(world)) : files) {
            try {
                TimetableFile read = TimetableFile.read(world, file, when, copies);
                Namespace namespace = namespaces.of(read.timetable(), read.resource());
                found.add(new JobsToRun(namespace.id(), read.name(), read.timetable().warnings(),
                        desk -> ApplyTimetable.apply(desk, namespace, read.timetable(), adopt)));
            } catch (Refusal refusal) {
                refusal.problems().forEach(problems::add);
            }
        }
        problems.throwIfRefused();
        refuseSharedNamespace(found);
        return found;
    }

    private static void refuseSharedNamespace(List<JobsToRun> found) {
        Set<String> ids = new HashSet<>();
        for (JobsToRun jobs : found) {
            if (!ids.add(jobs.namespaceId())) {
                throw Refusal.mistake("\"" + jobs.source() + "\" is the second text for namespace \""
                        + jobs.namespaceId() + "\"", "name each file once, and give each its own namespace");
            }
        }
    }

    private static String defaultFile(World world) {
        if (!Files.exists(world.resolve("supertask.yaml"))) {
            throw Refusal.mistake("there is no supertask.yaml in " + world.workingDir(),
                    "\"supertask init\" writes one, --file names another, -- COMMAND runs a command");
        }
        return "supertask.yaml";
    }

    static JobsToRun inline(Inline inline, Namespaces namespaces) {
        Namespace namespace = namespaces.ofInline(inline.text());
        return new JobsToRun(namespace.id(), "inline command", List.of(),
                desk -> ApplyTimetable.addInline(desk, namespace, inline.timetable()));
    }

    static JobsToRun stored(StoreFolder store, @Nullable String ns) {
        if (ns == null) {
            throw Refusal.mistake("--stored does not say whose jobs", "add --ns NS; \"list-namespaces\" shows them");
        }
        NamespaceFolder folder = Selection.one(store, ns);
        return new JobsToRun(folder.id(), "stored jobs", List.of(),
                desk -> new Applied(List.of(), List.of(), List.of(), desk.store().jobs().size()));
    }
}
