package dev.supertask.timetable;

import java.util.List;

import dev.supertask.job.Job;
import dev.supertask.problem.Problem;
import org.jspecify.annotations.Nullable;

/// A text that declares jobs, fully resolved: nothing downstream sees its YAML.
///
/// @param namespace the namespace it names, or null where it names none
/// @param title `meta.title`, may be empty
/// @param authors `meta.authors`, may be empty
/// @param jobs its jobs in the order of the text; names are unique
/// @param warnings what its author should look at
public record Timetable(@Nullable String namespace, String title, List<String> authors, List<Job> jobs,
        List<Problem> warnings) {

    /// Copies the lists.
    public Timetable {
        authors = List.copyOf(authors);
        jobs = List.copyOf(jobs);
        warnings = List.copyOf(warnings);
    }
}
