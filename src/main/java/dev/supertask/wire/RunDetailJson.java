package dev.supertask.wire;

import java.time.ZoneId;
import java.util.List;

import dev.supertask.operations.ShowRun;
import dev.supertask.run.Usage;
import org.jspecify.annotations.Nullable;

/// Everything about a run, as programs see it.
///
/// @param run as in listings
/// @param log the path of its log; there is no such file before the first byte
/// @param cpuMs the processor time that its last attempt took, in milliseconds, or null where it was not measured
/// @param peakKib the largest resident memory of one of its processes, in KiB; null where it was not measured, or too
///            little to be told from its keeper's
/// @param steps those of its last attempt; none of a job that has only one, without a name
public record RunDetailJson(RunJson run, String log, @Nullable Long cpuMs, @Nullable Long peakKib,
        List<StepJson> steps) {

    /// The form of a value of ours.
    ///
    /// @param zone in which times are told
    public static RunDetailJson of(String namespace, ShowRun.Detail detail, ZoneId zone) {
        Usage usage = detail.run().usage();
        return new RunDetailJson(RunJson.of(namespace, detail.run(), detail.outputs(), detail.progress(), zone),
                detail.log().toString(),
                usage == null ? null : usage.cpu().toMillis(),
                usage == null || usage.peakKib() == 0 ? null : usage.peakKib(),
                detail.steps().stream().map(step -> StepJson.of(step, zone)).toList());
    }
}
