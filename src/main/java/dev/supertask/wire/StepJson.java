package dev.supertask.wire;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneId;

import dev.supertask.operations.StepView;
import org.jspecify.annotations.Nullable;

/// A step of a run, as programs see it.
///
/// @param step its number, from 1
/// @param durationMs null where it was not launched or has not ended
public record StepJson(int step, String name, String state, @Nullable Integer exitCode,
        @Nullable OffsetDateTime startedAt, @Nullable OffsetDateTime finishedAt, @Nullable Long durationMs,
        @Nullable String reason) {

    static StepJson of(StepView step, ZoneId zone) {
        return new StepJson(step.step(), step.name(), step.state().word(), step.exitCode(),
                Times.atOrNull(step.startedAt(), zone), Times.atOrNull(step.finishedAt(), zone),
                step.duration().map(Duration::toMillis).orElse(null), step.reason());
    }
}
