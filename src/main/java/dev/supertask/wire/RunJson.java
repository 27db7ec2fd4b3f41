package dev.supertask.wire;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;

import dev.supertask.run.Advance;
import dev.supertask.run.Run;
import org.jspecify.annotations.Nullable;

/// A run, as programs see it.
///
/// @param attempt the number of its last attempt, 0 where nothing was launched
/// @param outputs what it gave out, by name: text, or what the text stands for where it is JSON
/// @param progress what it last said of its progress, or null
public record RunJson(String id, String namespace, String job, int version, String trigger,
        @Nullable OffsetDateTime scheduledAt, @Nullable OffsetDateTime startedAt, @Nullable OffsetDateTime finishedAt,
        @Nullable Long durationMs, String state, @Nullable Integer exitCode, int attempt, @Nullable String reason,
        String host, Map<String, Object> outputs, @Nullable String progress) {

    /// The form of a value of ours.
    ///
    /// @param zone in which times are told
    public static RunJson of(String namespace, Run run, ZoneId zone) {
        return of(namespace, run, Map.of(), Optional.empty(), zone);
    }

    /// The form of a value of ours.
    ///
    /// @param outputs what it gave out
    /// @param progress how far it is, as it says itself
    /// @param zone in which times are told
    public static RunJson of(String namespace, Run run, Map<String, String> outputs, Optional<Advance> progress,
            ZoneId zone) {
        return new RunJson(run.id().text(), namespace, run.job(), run.version(), run.trigger().word(),
                Times.atOrNull(run.scheduledAt(), zone), Times.atOrNull(run.startedAt(), zone),
                Times.atOrNull(run.finishedAt(), zone), run.duration().map(Duration::toMillis).orElse(null),
                run.state().word(), run.exitCode(), run.attempt(), run.reason(), run.host(), OutputJson.values(outputs),
                progress.map(Advance::words).orElse(null));
    }
}
