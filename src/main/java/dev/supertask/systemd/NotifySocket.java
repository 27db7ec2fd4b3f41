package dev.supertask.systemd;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;

import dev.supertask.keeper.UnixDatagram;
import org.jspecify.annotations.Nullable;

/// Where the manager listens that started this process as a service and wants to hear of it: the protocol of
/// sd_notify(3).
public final class NotifySocket {
    private final String address;
    private final @Nullable Duration watchdog;
    private final BiPredicate<String, byte[]> send;
    private String lastStatus = "";

    /// @param address the socket on which it listens
    /// @param watchdog how often it wants to hear that all is well, or null where it does not
    /// @param send sends a message to an address
    NotifySocket(String address, @Nullable Duration watchdog, BiPredicate<String, byte[]> send) {
        this.address = address;
        this.watchdog = watchdog;
        this.send = send;
    }

    /// That of the manager of a process; empty where nobody wants to hear of it.
    ///
    /// @param environment the process's
    /// @param pid its number: a watchdog that was meant for another process is none of ours
    public static Optional<NotifySocket> of(Map<String, String> environment, long pid) {
        String address = environment.getOrDefault("NOTIFY_SOCKET", "");
        String watched = environment.getOrDefault("WATCHDOG_PID", "");
        boolean mine = watched.isEmpty() || watched.equals(Long.toString(pid));
        return address.isEmpty()
                ? Optional.empty()
                : Optional.of(new NotifySocket(address,
                        mine ? micros(environment.getOrDefault("WATCHDOG_USEC", "")) : null, UnixDatagram::send));
    }

    private static @Nullable Duration micros(String text) {
        try {
            long micros = Long.parseLong(text);
            return micros > 0 ? Duration.ofNanos(Math.multiplyExact(micros, 1000)) : null;
        } catch (ArithmeticException | NumberFormatException e) {
            return null;
        }
    }

    /// How often it must hear that all is well, half of what it waits for; empty where it does not want to.
    public Optional<Duration> pulse() {
        return Optional.ofNullable(watchdog).map(limit -> limit.dividedBy(2));
    }

    /// The service does its work from now on.
    public boolean ready() {
        return tell("READY=1");
    }

    /// What the service does, in a line for `systemctl status`; told where it differs from what was told last.
    public void status(String line) {
        if (!line.equals(lastStatus)) {
            lastStatus = line;
            tell("STATUS=" + line.replace('\n', ' '));
        }
    }

    /// All is well.
    public void alive() {
        tell("WATCHDOG=1");
    }

    /// The service is about to end.
    public void stopping() {
        tell("STOPPING=1");
    }

    private boolean tell(String line) {
        return send.test(address, line.getBytes(StandardCharsets.UTF_8));
    }
}
