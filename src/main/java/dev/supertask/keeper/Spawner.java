package dev.supertask.keeper;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Starts processes by `posix_spawn`: one fork that copies no memory and one exec.
///
/// A process starts with no signal blocked, and with every signal at its default except those that were
/// ignored when this process started (that is how `nohup` works).
final class Spawner {
    // sizeof is 80 and 336 in glibc on x86-64.
    private static final int ACTIONS_BYTES = 512;
    private static final int ATTRIBUTES_BYTES = 512;
    private static final int SIGSET_BYTES = 128;
    private static final int SETPGROUP = 0x02;
    private static final int SETSIGDEF = 0x04;
    private static final int SETSIGMASK = 0x08;
    private static final int SETSID = 0x80;

    private static final MethodHandle SPAWN = Libc.function("posix_spawn", 6);
    private static final MethodHandle ACTIONS_INIT = Libc.function("posix_spawn_file_actions_init", 1);
    private static final MethodHandle ACTIONS_DESTROY = Libc.function("posix_spawn_file_actions_destroy", 1);
    private static final MethodHandle ADD_DUP2 = Libc.function("posix_spawn_file_actions_adddup2", 3);
    private static final MethodHandle ADD_CLOSEFROM = Libc.function(
            "posix_spawn_file_actions_addclosefrom_np",
            2);
    private static final MethodHandle ADD_CHDIR = Libc.function("posix_spawn_file_actions_addchdir_np", 2);

    private static final int NULL_DEVICE = Posix.open("/dev/null", Posix.O_RDWR | Posix.O_CLOEXEC, 0);
    private static final MemorySegment IN_SESSION_OF_ITS_OWN = attributes(SETSID);
    private static final MemorySegment IN_GROUP_OF_ITS_OWN = attributes(SETPGROUP);
    private static final MemorySegment IN_OUR_GROUP = attributes(0);

    private Spawner() {}

    /// Links all functions and opens what is needed, so that what this C library lacks is known now and
    /// not at the first start.
    ///
    /// @throws LinkageError when it lacks something
    static void link() {
        if (NULL_DEVICE < 0) {
            throw new IllegalStateException("/dev/null cannot be opened");
        }
    }

    /// Starts a program.
    ///
    /// @param path where it is; relative to the folder it starts in
    /// @param stdin what becomes its descriptor 0; -1 for what its streams say
    /// @param stdout what becomes its descriptor 1
    /// @param stderr what becomes its descriptor 2
    /// @throws SpawnException when the kernel refuses; which of the folder, the program and the
    ///         program's interpreter is missing it does not say
    static Child start(Spawn spawn, String path, int stdin, int stdout, int stderr)
            throws SpawnException {
        try (Arena arena = Arena.ofConfined()) {
            long actions = arena.allocate(ACTIONS_BYTES, 16).address();
            check(Libc.call(ACTIONS_INIT, actions));
            try {
                if (stdin >= 0) {
                    check(Libc.call(ADD_DUP2, actions, stdin, 0));
                } else if (spawn.streams() != Spawn.Streams.ATTENDED) {
                    check(Libc.call(ADD_DUP2, actions, NULL_DEVICE, 0));
                }
                check(Libc.call(ADD_DUP2, actions, stdout, 1));
                check(Libc.call(ADD_DUP2, actions, stderr, 2));
                check(Libc.call(ADD_CLOSEFROM, actions, 3));
                check(Libc.call(ADD_CHDIR, actions, Posix.text(arena, spawn.workingDir())));
                MemorySegment attributes = switch (spawn.group()) {
                    case SESSION -> IN_SESSION_OF_ITS_OWN;
                    case OWN -> IN_GROUP_OF_ITS_OWN;
                    case SHARED -> IN_OUR_GROUP;
                };
                long argv = vector(arena, spawn.argv());
                long env = vector(arena, spawn.env());
                MemorySegment pid = Libc.scratch();
                check(Libc.call(SPAWN, pid.address(), Posix.text(arena, path), actions,
                        attributes.address(), argv, env));
                return Child.of(pid.get(JAVA_INT, 0), spawn.group());
            } finally {
                Libc.call(ACTIONS_DESTROY, actions);
            }
        }
    }

    // These functions return the error number instead of setting errno.
    private static void check(long result) throws SpawnException {
        if ((int) result != 0) {
            throw new SpawnException((int) result);
        }
    }

    // All pointers and all text in one piece of memory: a hundred small ones cost more than the start.
    private static long vector(Arena arena, List<String> words) {
        List<byte[]> texts = new ArrayList<>(words.size());
        long size = 8L * (words.size() + 1);
        for (String word : words) {
            byte[] text = NativeText.bytes(word);
            texts.add(text);
            size += text.length + 1;
        }
        MemorySegment memory = arena.allocate(size, 8);
        long at = 8L * (words.size() + 1);
        for (int i = 0; i < texts.size(); i++) {
            byte[] text = texts.get(i);
            memory.setAtIndex(JAVA_LONG, i, memory.address() + at);
            MemorySegment.copy(MemorySegment.ofArray(text), 0, memory, at, text.length);
            at += text.length + 1;
        }
        return memory.address();
    }

    private static MemorySegment attributes(int flags) {
        // Kept for good: processes are started from them until the end.
        MemorySegment attributes = Arena.global().allocate(ATTRIBUTES_BYTES, 16);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment set = arena.allocate(SIGSET_BYTES, 8);
            Libc.call(Libc.function("posix_spawnattr_init", 1), attributes.address());
            Libc.call(Libc.function("posix_spawnattr_setsigmask", 2), attributes.address(), set.address());
            // Bit n-1 is signal n. Set by hand, because sigfillset(3) leaves out two that glibc uses for
            // itself, of which posix_spawn(3) would then leave one ignored.
            set.set(JAVA_LONG, 0, ~ignoredSignals());
            Libc.call(Libc.function("posix_spawnattr_setsigdefault", 2), attributes.address(), set.address());
            Libc.call(Libc.function("posix_spawnattr_setflags", 2), attributes.address(),
                    flags | SETSIGDEF | SETSIGMASK);
        }
        return attributes;
    }

    private static long ignoredSignals() {
        try {
            return Files.readAllLines(Path.of("/proc/self/status"), StandardCharsets.ISO_8859_1).stream()
                    .filter(line -> line.startsWith("SigIgn:"))
                    .mapToLong(line -> Long.parseUnsignedLong(line.substring(7).strip(), 16)).findFirst()
                    .orElse(0);
        } catch (IOException e) {
            return 0;
        }
    }
}
