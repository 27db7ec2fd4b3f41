package dev.supertask.job;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/// The most that each process of a run may use, as setrlimit(2) has it; null for no limit of ours.
///
/// @param memory address space, in bytes
/// @param cpuTime processor time, in whole seconds
/// @param openFiles descriptors
/// @param fileSize the length of a file that it writes, in bytes
/// @param processes how many processes and threads its user may have all told; root is exempt
public record Limits(@Nullable Long memory, @Nullable Duration cpuTime, @Nullable Long openFiles,
        @Nullable Long fileSize, @Nullable Long processes) {

    /// No limits of ours.
    public static final Limits NONE = new Limits(null, null, null, null, null);

    /// Checks that none is below one.
    public Limits {
        for (Long limit : new Long[]{memory, openFiles, fileSize, processes}) {
            if (limit != null && limit < 1) {
                throw new IllegalArgumentException("a limit below 1");
            }
        }
        if (cpuTime != null && (cpuTime.toSeconds() < 1 || cpuTime.toNanosPart() != 0)) {
            throw new IllegalArgumentException("not whole seconds: " + cpuTime);
        }
    }
}
