package dev.supertask.keeper;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.util.Arrays;

/// Functions of the C library. All have one shape, `(long, …) -> long`: integers and pointers alike
/// travel in 64-bit registers on x86-64 and arm64, so one stub per number of arguments is linked
/// instead of one per signature, which the keeper's memory feels.
///
/// A call answers as the kernel does: the function's result, or the negated error number where the
/// function says -1. `errno` is captured with the call, never asked for afterwards.
final class Libc {
    private static final Linker LINKER = Linker.nativeLinker();
    private static final SymbolLookup SYMBOLS = LINKER.defaultLookup();
    private static final Linker.Option ERRNO = Linker.Option.captureCallState("errno");
    private static final int SCRATCH_BYTES = 512;

    private static final ThreadLocal<MemorySegment> CAPTURED = ThreadLocal
            .withInitial(() -> Arena.ofAuto().allocate(Linker.Option.captureStateLayout()));
    private static final ThreadLocal<MemorySegment> SCRATCH = ThreadLocal
            .withInitial(() -> Arena.ofAuto().allocate(SCRATCH_BYTES, 16));

    private Libc() {}

    /// A handle on a function.
    ///
    /// @throws UnsatisfiedLinkError when this C library does not have it
    @SuppressWarnings("restricted")
    static MethodHandle function(String name, int arguments) {
        MemoryLayout[] in = new MemoryLayout[arguments];
        Arrays.fill(in, JAVA_LONG);
        MemorySegment symbol = SYMBOLS.find(name).orElseThrow(() -> new UnsatisfiedLinkError(name));
        return LINKER.downcallHandle(symbol, FunctionDescriptor.of(JAVA_LONG, in), ERRNO);
    }

    /// This thread's 512 bytes for what a function writes; the caller reads them before its next call.
    static MemorySegment scratch() {
        return SCRATCH.get();
    }

    static long call(MethodHandle function, long a) {
        MemorySegment errno = CAPTURED.get();
        try {
            return answer((long) function.invokeExact(errno, a), errno);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    static long call(MethodHandle function, long a, long b) {
        MemorySegment errno = CAPTURED.get();
        try {
            return answer((long) function.invokeExact(errno, a, b), errno);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    static long call(MethodHandle function, long a, long b, long c) {
        MemorySegment errno = CAPTURED.get();
        try {
            return answer((long) function.invokeExact(errno, a, b, c), errno);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    static long call(MethodHandle function, long a, long b, long c, long d) {
        MemorySegment errno = CAPTURED.get();
        try {
            return answer((long) function.invokeExact(errno, a, b, c, d), errno);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    static long call(MethodHandle function, long a, long b, long c, long d, long e, long f) {
        MemorySegment errno = CAPTURED.get();
        try {
            return answer((long) function.invokeExact(errno, a, b, c, d, e, f), errno);
        } catch (Throwable t) {
            throw unexpected(t);
        }
    }

    // An int result of -1 fills only half of the register.
    private static long answer(long result, MemorySegment errno) {
        return (int) result == -1 ? -errno.get(JAVA_INT, 0) : result;
    }

    private static IllegalStateException unexpected(Throwable e) {
        return new IllegalStateException("a call into the C library failed", e);
    }
}
