package dev.supertask.wire;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

import dev.supertask.operations.WhyJob;
import org.jspecify.annotations.Nullable;

/// Why a job runs or does not, as programs see it; times in its own time zone.
///
/// @param at the moment asked about, or null for now
/// @param because the reasons, the strongest first
/// @param run the run for that moment, or for now the last one; or null
/// @param previous the last occurrence before the moment, or null
/// @param next the first occurrence after it, or null
public record WhyJson(String namespace, String job, String timezone, @Nullable OffsetDateTime at,
        List<String> because, @Nullable RunJson run, @Nullable OffsetDateTime previous,
        @Nullable OffsetDateTime next) {

    /// The form of a value of ours.
    public static WhyJson of(WhyJob.Answer answer) {
        RunJson run = Optional.ofNullable(answer.run())
                .map(found -> RunJson.of(answer.namespace(), found, answer.zone())).orElse(null);
        return new WhyJson(answer.namespace(), answer.job(), answer.zone().getId(), time(answer.at(), answer),
                answer.because(), run, time(answer.previous(), answer), time(answer.next(), answer));
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant at, WhyJob.Answer answer) {
        return Times.atOrNull(at, answer.zone());
    }
}
