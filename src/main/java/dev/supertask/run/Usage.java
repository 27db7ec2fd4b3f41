package dev.supertask.run;

import java.time.Duration;

/// What an attempt took, as wait4(2) tells it: of its first process and of those that it waited for.
///
/// @param cpu the processor time
/// @param peakKib the largest resident memory that one of the processes had, in KiB; 0 where that was too little
///            to be told from the memory of the process that started them
public record Usage(Duration cpu, long peakKib) {}
