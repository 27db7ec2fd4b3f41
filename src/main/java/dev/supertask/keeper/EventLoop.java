package dev.supertask.keeper;

import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.time.Duration;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/// Waits for many descriptors at once and calls whoever watches the one that became readable. All calls
/// are made on the one thread that runs it, so what they touch needs no lock.
final class EventLoop implements AutoCloseable {
    private static final Logger LOG = System.getLogger(EventLoop.class.getName());
    private static final boolean ARM = System.getProperty("os.arch").equals("aarch64");
    // struct epoll_event is packed on x86-64 only.
    private static final int EVENT_BYTES = ARM ? 16 : 12;
    private static final int EVENT_DATA = ARM ? 8 : 4;
    // What a pipe holds.
    private static final int BUFFER_BYTES = 64 * 1024;
    private static final int MOST_EVENTS = 256;
    private static final int EPOLLIN = 1;
    private static final int ADD = 1;
    private static final int DELETE = 2;
    private static final int EFD_NONBLOCK = 0x800;
    private static final long WAKE = 0;

    private static final MethodHandle EPOLL_CREATE = Libc.function("epoll_create1", 1);
    private static final MethodHandle EPOLL_CTL = Libc.function("epoll_ctl", 4);
    private static final MethodHandle EPOLL_WAIT = Libc.function("epoll_wait", 4);
    private static final MethodHandle EVENTFD = Libc.function("eventfd", 2);

    private record Timer(long at, Runnable action) implements Comparable<Timer> {
        @Override
        public int compareTo(Timer other) {
            return Long.signum(at - other.at);
        }
    }

    private final Arena arena = Arena.ofShared();
    private final MemorySegment events = arena.allocate((long) MOST_EVENTS * EVENT_BYTES, 8);
    private final MemorySegment buffer = arena.allocate(BUFFER_BYTES, 8);
    private final MemorySegment one = arena.allocate(8, 8);
    private final int epoll = (int) checked(Libc.call(EPOLL_CREATE, Posix.O_CLOEXEC));
    private final int wake = (int) checked(Libc.call(EVENTFD, 0, Posix.O_CLOEXEC | EFD_NONBLOCK));
    private final Map<Long, Runnable> watchers = new ConcurrentHashMap<>();
    private final AtomicLong lastKey = new AtomicLong(WAKE);
    private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    private final PriorityQueue<Timer> timers = new PriorityQueue<>();
    private boolean ended;

    EventLoop() {
        one.set(JAVA_LONG, 0, 1);
        checked(control(ADD, wake, WAKE));
    }

    /// Memory to read into, for whoever is being called.
    MemorySegment buffer() {
        return buffer;
    }

    /// A key to [watch][#watch] by. Descriptors come round: they would not do.
    long newKey() {
        return lastKey.incrementAndGet();
    }

    /// Calls `ready` whenever a descriptor is readable, until [#forget]. May be called on any thread; what
    /// that thread did before is seen by `ready`.
    void watch(long key, int descriptor, Runnable ready) {
        watchers.put(key, ready);
        checked(control(ADD, descriptor, key));
    }

    /// Watches a descriptor no longer. To be called before it is closed.
    void forget(long key, int descriptor) {
        watchers.remove(key);
        control(DELETE, descriptor, key);
    }

    /// Calls `action` on the thread of this loop soon. May be called on any thread.
    void execute(Runnable action) {
        tasks.add(action);
        synchronized (this) {
            if (!ended) {
                Posix.writeAll(wake, one);
            }
        }
    }

    /// Calls `action` after a while. To be called on the thread of this loop only.
    void after(Duration delay, Runnable action) {
        timers.add(new Timer(System.nanoTime() + delay.toNanos(), action));
    }

    /// Waits until there is something to do, and does it.
    void turn() {
        int ready = (int) Libc.call(EPOLL_WAIT, epoll, events.address(), MOST_EVENTS, patience());
        for (int i = 0; i < ready; i++) {
            long key = events.get(JAVA_LONG_UNALIGNED, (long) i * EVENT_BYTES + EVENT_DATA);
            Runnable watcher = watchers.get(key);
            if (key == WAKE) {
                Posix.read(wake, Libc.scratch());
            } else if (watcher != null) {
                perform(watcher);
            }
        }
        while (!timers.isEmpty() && timers.element().at - System.nanoTime() <= 0) {
            perform(timers.remove().action);
        }
        for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
            perform(task);
        }
    }

    /// Gives back what it holds; to be called when nobody calls [#turn] any more.
    @Override
    public synchronized void close() {
        if (!ended) {
            ended = true;
            Posix.close(wake);
            Posix.close(epoll);
            arena.close();
        }
    }

    // One that fails is a fault of ours, but must not leave all others without anybody to listen.
    private static void perform(Runnable action) {
        try {
            action.run();
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "a fault while watching processes", e);
        }
    }

    private long patience() {
        if (!tasks.isEmpty()) {
            return 0;
        }
        Timer next = timers.peek();
        if (next == null) {
            return -1;
        }
        // Rounded up: waking a moment early would mean waking again and again until then.
        return Math.clamp((next.at - System.nanoTime() + 999_999) / 1_000_000, 0, Integer.MAX_VALUE);
    }

    private long control(int operation, int descriptor, long key) {
        MemorySegment event = Libc.scratch();
        event.set(JAVA_INT_UNALIGNED, 0, EPOLLIN);
        event.set(JAVA_LONG_UNALIGNED, EVENT_DATA, key);
        return Libc.call(EPOLL_CTL, epoll, operation, descriptor, event.address());
    }

    private static long checked(long result) {
        if (result < 0) {
            throw new IllegalStateException("cannot watch processes: " + Posix.words((int) -result));
        }
        return result;
    }
}
