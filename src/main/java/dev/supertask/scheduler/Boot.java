package dev.supertask.scheduler;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

import dev.supertask.store.ProcessIdentity;

/// One start of the operating system.
///
/// @param id tells it from every other one
/// @param startedAt when it was
public record Boot(String id, Instant startedAt) {

    /// The start that this process lives in: `btime` of proc(5), to the second.
    ///
    /// @param otherwise the answer where the system does not tell
    public static Boot current(Instant otherwise) {
        try {
            Instant startedAt = Files.readAllLines(Path.of("/proc/stat")).stream()
                    .filter(line -> line.startsWith("btime "))
                    .map(line -> Instant.ofEpochSecond(Long.parseLong(line.substring(6).strip()))).findFirst()
                    .orElse(otherwise);
            return new Boot(ProcessIdentity.currentBootId(), startedAt);
        } catch (IOException e) {
            return new Boot(ProcessIdentity.currentBootId(), otherwise);
        }
    }
}
