package dev.supertask.keeper;

import java.lang.foreign.MemorySegment;

/// The file that the output of a run is appended to. It and the folders above it are made on the first
/// byte, for their owner only.
final class LogFile {
    private static final int UNOPENED = -1;

    private final String path;
    private int descriptor = UNOPENED;

    LogFile(String path) {
        this.path = path;
    }

    /// Appends.
    ///
    /// @return 0, or a negated error number
    int append(MemorySegment bytes) {
        if (descriptor == UNOPENED) {
            int result = open();
            if (result < 0) {
                return result;
            }
            descriptor = result;
        }
        return Posix.writeAll(descriptor, bytes);
    }

    /// The open file; negative before the first byte.
    int descriptor() {
        return descriptor;
    }

    void close() {
        if (descriptor >= 0) {
            Posix.close(descriptor);
            descriptor = UNOPENED;
        }
    }

    private int open() {
        int result = Posix.openToAppend(path);
        if (result == -Posix.ENOENT) {
            makeFolderOf(path);
            result = Posix.openToAppend(path);
        }
        return result;
    }

    /// Makes the folder of a file, and those above it, where they are not there.
    static void makeFolderOf(String file) {
        int slash = file.lastIndexOf('/');
        if (slash > 0) {
            String folder = file.substring(0, slash);
            if (Posix.makeFolder(folder) == -Posix.ENOENT) {
                makeFolderOf(folder);
                Posix.makeFolder(folder);
            }
        }
    }
}
