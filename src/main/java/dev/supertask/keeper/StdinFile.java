package dev.supertask.keeper;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

import org.jspecify.annotations.Nullable;

/// What a process reads from its stdin: a file without a name that lies in memory and goes with its last
/// descriptor. A pipe would hold 64 KiB, and whoever fills it would have to wait for its reader.
///
/// @param descriptor closed on exec; -1 where there is no text
record StdinFile(int descriptor) implements AutoCloseable {
    private static final int MFD_CLOEXEC = 1;
    private static final MethodHandle MEMFD_CREATE = Libc.function("memfd_create", 2);

    /// A file with this text, which is read from its start.
    ///
    /// @throws SpawnException when there is no room for it
    static StdinFile of(@Nullable String text) throws SpawnException {
        if (text == null) {
            return new StdinFile(-1);
        }
        byte[] bytes = NativeText.bytes(text);
        try (Arena arena = Arena.ofConfined()) {
            int descriptor = (int) Libc.call(MEMFD_CREATE, Posix.text(arena, "stdin"), MFD_CLOEXEC);
            if (descriptor < 0) {
                throw new SpawnException(-descriptor);
            }
            MemorySegment memory = arena.allocate(bytes.length);
            MemorySegment.copy(MemorySegment.ofArray(bytes), 0, memory, 0, bytes.length);
            // Written at its place, so that the reader's place stays at the start.
            int written = Posix.writeAllAt(descriptor, memory, 0);
            if (written < 0) {
                Posix.close(descriptor);
                throw new SpawnException(-written);
            }
            return new StdinFile(descriptor);
        }
    }

    @Override
    public void close() {
        if (descriptor >= 0) {
            Posix.close(descriptor);
        }
    }
}
