package dev.supertask.keeper;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// What this process has in memory and does not need: starting touches some 20 MB of the JVM's program text
/// and of its archive of classes once and never again.
final class Memory {
    private static final Path MAPPINGS = Path.of("/proc/self/smaps");
    private static final String CHANGED_PAGES = "Anonymous:";

    private Memory() {}

    /// Gives back all that can be had again: garbage, what the C library keeps for later, unused pages of files.
    static void giveBack() {
        // In this order: what the collector gives back is the kernel's at once.
        System.gc();
        Kernel.trimMemory();
        dropFiles();
    }

    /// Lets go of the pages of files that are mapped to be read only, as the kernel does when memory is short.
    /// What is needed of them comes back, from the kernel's cache, when it is next touched.
    static void dropFiles() {
        try {
            drop(Files.readString(MAPPINGS, StandardCharsets.ISO_8859_1));
        } catch (IOException noProc) {
            // Then they stay.
        }
    }

    // Each mapping is a line `start-end perms offset device inode path`, followed by lines `Name: number kB`.
    private static void drop(String mappings) {
        long start = 0;
        long end = 0;
        for (int at = 0; at < mappings.length();) {
            int next = mappings.indexOf('\n', at) + 1;
            if (!Character.isUpperCase(mappings.charAt(at))) {
                int dash = mappings.indexOf('-', at);
                int space = mappings.indexOf(' ', dash);
                boolean droppable = mappings.startsWith("r-", space + 1) && mappings.lastIndexOf(" /", next) > space;
                start = Long.parseUnsignedLong(mappings, at, dash, 16);
                end = droppable ? Long.parseUnsignedLong(mappings, dash + 1, space, 16) : start;
            } else if (mappings.startsWith(CHANGED_PAGES, at) && end > start && isZero(mappings, at, next)) {
                // Pages that were changed since (relocations, a debugger's) are not in the file.
                Kernel.dropPages(start, end - start);
            }
            at = next;
        }
    }

    private static boolean isZero(String mappings, int from, int to) {
        int digit = from + CHANGED_PAGES.length();
        while (mappings.charAt(digit) == ' ') {
            digit++;
        }
        return digit + 1 < to && mappings.startsWith("0 ", digit);
    }
}
