package dev.supertask.keeper;

/// How a process ended.
///
/// @param status the number it exited with; 0 where a signal ended it
/// @param signal the signal that ended it; 0 where it exited
/// @param cpuMicros the processor time that it and those of its children that it waited for took
/// @param maxRssKib the largest resident memory that one of them had; 0 where it was no larger than the
///            keeper's own, and so cannot be told
public record Exit(int status, int signal, long cpuMicros, long maxRssKib) {}
