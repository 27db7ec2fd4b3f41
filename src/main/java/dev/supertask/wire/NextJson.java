package dev.supertask.wire;

import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;

import dev.supertask.operations.NextOccurrences;
import org.jspecify.annotations.Nullable;

/// The next occurrences of a schedule or a job, as programs see them.
///
/// @param schedule its text; of a job with several, all of them with `; ` between
/// @param namespace the job's, or null
/// @param job its name, or null for a schedule alone
/// @param zone in which its local times are meant
/// @param next the occurrences in order; empty when it never fires
/// @param notes what the clocks do at one of them, behind its time
public record NextJson(String schedule, @Nullable String namespace, @Nullable String job, String zone,
        List<OffsetDateTime> next, List<String> notes) {

    /// The form of a value of ours.
    public static NextJson of(NextOccurrences.Plan plan) {
        return new NextJson(String.join("; ", plan.schedules()), plan.namespace(), plan.job(), plan.zone().getId(),
                plan.next().stream().map(at -> Times.at(at, plan.zone())).toList(),
                plan.notes().stream().map(note -> noteOf(Times.at(note.at(), plan.zone()), note.text())).toList());
    }

    /// A note as it stands among [#notes()].
    public static String noteOf(OffsetDateTime at, String text) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at) + ": " + text;
    }
}
