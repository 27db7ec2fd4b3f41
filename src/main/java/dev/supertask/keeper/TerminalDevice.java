package dev.supertask.keeper;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.Optional;

/// A terminal, as its driver has it: ioctl_tty(2). Where this is no Linux, or a descriptor no terminal, nothing is
/// known of it and nothing changes.
public final class TerminalDevice {
    private static final long TCGETS = 0x5401;
    private static final long TCSETS = 0x5402;
    private static final long TIOCGWINSZ = 0x5413;
    // In the kernel's struct termios of x86-64 and arm64 alike.
    private static final int TERMIOS_BYTES = 64;
    private static final int LOCAL_MODES = 12;
    private static final int CONTROL_CHARACTERS = 17;
    private static final int ICANON = 2;
    private static final int ECHO = 8;
    private static final int VTIME = 5;
    private static final int VMIN = 6;
    private static final int VSUSP = 10;

    private TerminalDevice() {}

    /// How many characters fit beside and below each other.
    public record Size(int columns, int rows) {}

    /// How large a terminal is; empty where it does not say.
    public static Optional<Size> size(int descriptor) {
        return ioctl().flatMap(call -> {
            MemorySegment size = Libc.scratch();
            if (Libc.call(call, descriptor, TIOCGWINSZ, size.address()) < 0) {
                return Optional.empty();
            }
            Size found = new Size(Short.toUnsignedInt(size.get(JAVA_SHORT, 2)),
                    Short.toUnsignedInt(size.get(JAVA_SHORT, 0)));
            return found.columns() == 0 || found.rows() == 0 ? Optional.empty() : Optional.of(found);
        });
    }

    /// Has keys handed over as they are typed, and not shown; Ctrl-C still sends its signal, Ctrl-Z none any more.
    ///
    /// @return puts back how it was
    public static Runnable takeKeys(int descriptor) {
        return ioctl().map(call -> takeKeys(call, descriptor)).orElse(() -> {});
    }

    private static Runnable takeKeys(MethodHandle call, int descriptor) {
        MemorySegment before = Arena.ofAuto().allocate(TERMIOS_BYTES, 8);
        if (Libc.call(call, descriptor, TCGETS, before.address()) < 0) {
            return () -> {};
        }
        MemorySegment keys = Libc.scratch().asSlice(0, TERMIOS_BYTES).copyFrom(before);
        keys.set(JAVA_INT, LOCAL_MODES, keys.get(JAVA_INT, LOCAL_MODES) & ~(ICANON | ECHO));
        keys.set(JAVA_BYTE, CONTROL_CHARACTERS + VMIN, (byte) 1);
        keys.set(JAVA_BYTE, CONTROL_CHARACTERS + VTIME, (byte) 0);
        // A picture must not stay behind on a terminal that is somebody else's again.
        keys.set(JAVA_BYTE, CONTROL_CHARACTERS + VSUSP, (byte) 0);
        Libc.call(call, descriptor, TCSETS, keys.address());
        return () -> Libc.call(call, descriptor, TCSETS, before.address());
    }

    private static Optional<MethodHandle> ioctl() {
        if (!System.getProperty("os.name").equals("Linux") || "off".equals(System.getProperty(Native.PROPERTY))) {
            return Optional.empty();
        }
        try {
            return Optional.of(Libc.function("ioctl", 3));
        } catch (LinkageError | IllegalCallerException nothingNative) {
            return Optional.empty();
        }
    }
}
