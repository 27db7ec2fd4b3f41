package dev.supertask.process.crash;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;

/// A process as proc(5) shows it. A zombie counts as one that is not there, since whoever has to reap it may take
/// seconds for that; [#zombiesOf] tells of those that are ours to reap.
///
/// @param parent its parent's number
/// @param state as in proc(5): `R`, `S`, `Z`…
/// @param words its command line, each word ended by a NUL
/// @param environment its variables, each ended by a NUL
record ProcFile(long pid, long parent, char state, String words, String environment) {

    /// All that live now.
    static Stream<ProcFile> all() {
        return everything().filter(process -> process.state != 'Z' && process.state != 'X');
    }

    /// The children of a process that have ended and were not waited for.
    static long zombiesOf(long parent) {
        return everything().filter(process -> process.parent == parent && process.state == 'Z').count();
    }

    /// The living children of a process.
    static Stream<ProcFile> childrenOf(long parent) {
        return all().filter(process -> process.parent == parent);
    }

    private static Stream<ProcFile> everything() {
        String[] names = Path.of("/proc").toFile().list((_, name) -> name.matches("\\d+"));
        return Arrays.stream(names == null ? new String[0] : names).map(Long::valueOf).flatMap(ProcFile::of);
    }

    private static Stream<ProcFile> of(long pid) {
        try {
            String stat = text(pid, "stat");
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", 3);
            return Stream.of(new ProcFile(pid, Long.parseLong(fields[1]), fields[0].charAt(0), text(pid, "cmdline"),
                    text(pid, "environ")));
        } catch (IOException gone) {
            return Stream.empty();
        }
    }

    private static String text(long pid, String file) throws IOException {
        return Files.readString(Path.of("/proc", String.valueOf(pid), file), StandardCharsets.ISO_8859_1);
    }

    /// Whether its words or its environment name a folder.
    boolean mentions(String folder) {
        return words.contains(folder) || environment.contains(folder);
    }

    /// Whether one of its words is this.
    boolean runs(String word) {
        return Arrays.asList(words.split("\0")).contains(word);
    }

    /// Sends SIGKILL.
    static void kill(long pid) {
        ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
    }

    /// Whether it lives.
    static boolean isAlive(long pid) {
        return all().anyMatch(process -> process.pid == pid);
    }
}
