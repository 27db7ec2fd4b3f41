package dev.supertask.wire;

import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.supertask.operations.ShowJob;
import org.jspecify.annotations.Nullable;

/// Everything about a job, as programs see it.
///
/// @param job as in listings
/// @param retiredAt when it was gone from its timetable; null while it is there
/// @param definition the job in the concise form of a timetable, resolved
/// @param words its schedules in words
/// @param next its next occurrences, in its own time zone
/// @param runs its last runs, newest first
public record JobDetailJson(JobJson job, @Nullable OffsetDateTime retiredAt, String definition,
        List<String> words, List<OffsetDateTime> next,
        List<RunJson> runs) {

    /// The form of a value of ours.
    ///
    /// @param zone in which times are told that are not the job's
    public static JobDetailJson of(ShowJob.Detail detail, ZoneId zone) {
        ZoneId own = ZoneId.of(detail.view().row().zone());
        return new JobDetailJson(JobJson.of(detail.view(), zone),
                Times.atOrNull(detail.view().row().retiredAt(), zone), detail.definition(), detail.words(),
                detail.next().stream().map(at -> Times.at(at, own)).toList(),
                detail.runs().stream().map(run -> RunJson
                        .of(detail.view().namespace(), run, detail.outputs().getOrDefault(run.id(), Map.of()),
                                Optional.empty(), zone))
                        .toList());
    }
}
