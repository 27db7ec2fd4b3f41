package dev.supertask.keeper;

import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;

/// Writes to a descriptor of this process byte for byte, past Java's own streams and their encodings.
public final class RawOutput {

    private RawOutput() {}

    /// Writes everything that remains in a direct buffer, without moving its position.
    ///
    /// @return false when it could not all be written, as when the reader of a pipe has gone
    public static boolean write(int descriptor, ByteBuffer bytes) {
        return Posix.writeAll(descriptor, MemorySegment.ofBuffer(bytes)) == 0;
    }
}
