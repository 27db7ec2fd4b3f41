package dev.supertask.keeper;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/// Reads proc(5) by system calls: a process that is looked for may be gone within a tenth of a
/// millisecond, which is about what Java's own file classes take for one file.
///
/// Not for two threads at once.
final class ProcFiles implements AutoCloseable {
    // Few entries at a time: what is listed must be looked at before it is old.
    private static final int LISTED_AT_ONCE = 128;
    private static final int ENTRY_LENGTH = 16;
    private static final int ENTRY_NAME = 19;
    private static final int PATH_BYTES = 128;
    private static final int FIRST_SIZE = 16 * 1024;
    private static final int FLAGS = Posix.O_RDONLY | Posix.O_CLOEXEC;

    private static final MethodHandle GETDENTS = Libc.function("getdents64", 3);
    private static final MethodHandle READLINK = Libc.function("readlink", 3);
    private static final MethodHandle OPEN = Libc.function("open", 3);

    private final Arena arena = Arena.ofConfined();
    private final MemorySegment path = arena.allocate(PATH_BYTES);
    private MemorySegment content = arena.allocate(FIRST_SIZE);

    /// A file's bytes as ISO-8859-1, or null where it cannot be read.
    @Nullable
    String text(String file) {
        int descriptor = open(file);
        if (descriptor < 0) {
            return null;
        }
        try {
            long length = 0;
            long n = read(descriptor, 0);
            for (; n > 0; n = read(descriptor, length)) {
                length += n;
                if (length == content.byteSize()) {
                    MemorySegment larger = arena.allocate(2 * length);
                    MemorySegment.copy(content, 0, larger, 0, length);
                    content = larger;
                }
            }
            // A process that ends after the opening has nothing to say any more.
            return n < 0 ? null : latin(content, 0, (int) length);
        } finally {
            Posix.close(descriptor);
        }
    }

    private long read(int descriptor, long at) {
        return Posix.read(descriptor, content.asSlice(at));
    }

    /// Where a link leads to, or an empty text where that cannot be told.
    String link(String file) {
        long length = Libc.call(READLINK, address(file), content.address(), FIRST_SIZE);
        return length < 0 ? "" : latin(content, 0, (int) length);
    }

    /// Hands on the numbers that a folder has as names, while it is being read.
    void numbers(String folder, Consumer<String> next) {
        int descriptor = open(folder);
        if (descriptor < 0) {
            return;
        }
        try (Arena own = Arena.ofConfined()) {
            MemorySegment entries = own.allocate(LISTED_AT_ONCE, 8);
            long n = list(descriptor, entries);
            while (n > 0) {
                numbers(entries, n).forEach(next);
                n = list(descriptor, entries);
            }
        } finally {
            Posix.close(descriptor);
        }
    }

    private static long list(int descriptor, MemorySegment entries) {
        return Libc.call(GETDENTS, descriptor, entries.address(), LISTED_AT_ONCE);
    }

    private static List<String> numbers(MemorySegment entries, long bytes) {
        List<String> names = new ArrayList<>();
        for (long at = 0; at < bytes; at += entries.get(JAVA_SHORT, at + ENTRY_LENGTH)) {
            int end = (int) at + ENTRY_NAME;
            while (entries.get(JAVA_BYTE, end) != 0) {
                end++;
            }
            if (Character.isDigit(entries.get(JAVA_BYTE, at + ENTRY_NAME))) {
                names.add(latin(entries, (int) at + ENTRY_NAME, end));
            }
        }
        return names;
    }

    private int open(String file) {
        return (int) Libc.call(OPEN, address(file), FLAGS, 0);
    }

    private long address(String file) {
        path.setString(0, file, StandardCharsets.ISO_8859_1);
        return path.address();
    }

    private static String latin(MemorySegment bytes, int from, int to) {
        byte[] copy = bytes.asSlice(from, to - from).toArray(JAVA_BYTE);
        return new String(copy, StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() {
        arena.close();
    }
}
