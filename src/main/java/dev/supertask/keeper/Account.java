package dev.supertask.keeper;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.Optional;

/// A user of this machine, wherever the C library finds its users (passwd(5), a directory server, …).
///
/// @param name the login name
/// @param uid the number
/// @param gid the number of the first group
/// @param home the home folder
/// @param shell the login shell
public record Account(String name, int uid, int gid, String home, String shell) {
    private static final int RECORD_BYTES = 64;
    private static final int TEXT_BYTES = 64 * 1024;
    // Where struct passwd and struct group have them, in every C library of 64-bit Linux.
    private static final int UID = 16;
    private static final int GID = 20;
    private static final int HOME = 32;
    private static final int SHELL = 40;
    private static final int GROUP_NUMBER = 16;

    /// The user of a login name, or else of a number.
    public static Optional<Account> of(String nameOrNumber) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment user = look("getpwnam_r", Posix.text(arena, nameOrNumber), arena);
            if (isNothing(user) && isNumber(nameOrNumber)) {
                user = look("getpwuid_r", Long.parseLong(nameOrNumber), arena);
            }
            return isNothing(user)
                    ? Optional.empty()
                    : Optional.of(new Account(text(user, 0), user.get(JAVA_INT, UID), user.get(JAVA_INT, GID),
                            text(user, HOME), text(user, SHELL)));
        }
    }

    /// The number of a group by its name; a number stands for itself.
    public static Optional<Integer> group(String nameOrNumber) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment group = look("getgrnam_r", Posix.text(arena, nameOrNumber), arena);
            if (!isNothing(group)) {
                return Optional.of(group.get(JAVA_INT, GROUP_NUMBER));
            }
            return isNumber(nameOrNumber) ? Optional.of(Integer.parseInt(nameOrNumber)) : Optional.empty();
        }
    }

    private static boolean isNumber(String text) {
        return text.matches("\\d{1,9}");
    }

    private static boolean isNothing(MemorySegment found) {
        return found.equals(MemorySegment.NULL);
    }

    // All of these functions have the same parameters. A sixth is not looked at.
    @SuppressWarnings("restricted")
    private static MemorySegment look(String function, long key, Arena arena) {
        MethodHandle handle = Libc.function(function, 6);
        MemorySegment entry = arena.allocate(RECORD_BYTES, 8);
        MemorySegment texts = arena.allocate(TEXT_BYTES, 8);
        MemorySegment result = arena.allocate(8, 8);
        Libc.call(handle, key, entry.address(), texts.address(), TEXT_BYTES, result.address(), 0);
        return result.get(JAVA_LONG, 0) == 0 ? MemorySegment.NULL : entry;
    }

    @SuppressWarnings("restricted")
    private static String text(MemorySegment entry, int offset) {
        MemorySegment text = entry.get(ADDRESS, offset).reinterpret(TEXT_BYTES);
        return text.getString(0);
    }
}
