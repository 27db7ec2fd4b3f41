package dev.supertask.keeper;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;

/// Sends messages to UNIX sockets that take one at a time; the JDK has no class for these.
public final class UnixDatagram {
    private static final int AF_UNIX = 1;
    private static final int SOCK_DGRAM_CLOEXEC = 2 | 0x80000;
    private static final int MSG_NOSIGNAL = 0x4000;
    // sun_path of struct sockaddr_un
    private static final int FAMILY_BYTES = 2;
    private static final int LONGEST_PATH = 107;

    private static final MethodHandle SOCKET = Libc.function("socket", 3);
    private static final MethodHandle SENDTO = Libc.function("sendto", 6);

    private UnixDatagram() {}

    /// Sends a message; never waits longer than the reader takes to make room.
    ///
    /// @param address a path, or `@` and a name for a socket in no folder
    /// @return whether it was taken whole
    public static boolean send(String address, byte[] message) {
        byte[] path = address.getBytes(StandardCharsets.UTF_8);
        if (path.length == 0 || path.length > LONGEST_PATH || (path[0] != '/' && path[0] != '@')) {
            return false;
        }
        if (path[0] == '@') {
            path[0] = 0;
        }
        int socket = (int) Libc.call(SOCKET, AF_UNIX, SOCK_DGRAM_CLOEXEC, 0);
        if (socket < 0) {
            return false;
        }
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment to = arena.allocate(FAMILY_BYTES + path.length, 8);
            to.set(JAVA_SHORT, 0, (short) AF_UNIX);
            MemorySegment.copy(path, 0, to, JAVA_BYTE, FAMILY_BYTES, path.length);
            MemorySegment bytes = arena.allocate(Math.max(1, message.length));
            MemorySegment.copy(message, 0, bytes, JAVA_BYTE, 0, message.length);
            return Libc.call(SENDTO, socket, bytes.address(), message.length, MSG_NOSIGNAL, to.address(),
                    to.byteSize()) == message.length;
        } finally {
            Posix.close(socket);
        }
    }
}
