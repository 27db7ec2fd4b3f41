package dev.supertask.systemd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;

/// What a service tells its manager.
class NotifySocketTest {
    private final List<String> heard = new ArrayList<>();
    private final NotifySocket manager = new NotifySocket("/run/notify", null,
            (address, message) -> heard.add(address + " " + new String(message, StandardCharsets.UTF_8)));

    @Test
    void nobodyIsToldWithoutASocket() {
        assertEquals(Optional.empty(), NotifySocket.of(Map.of("WATCHDOG_USEC", "1000"), 7));
    }

    @Test
    void tellsEachThingOnce() {
        manager.ready();
        manager.status("1 job, 0 running");
        manager.status("1 job, 0 running");
        manager.status("1 job,\n1 running");
        manager.alive();
        manager.stopping();
        assertEquals(List.of("/run/notify READY=1", "/run/notify STATUS=1 job, 0 running",
                "/run/notify STATUS=1 job, 1 running", "/run/notify WATCHDOG=1", "/run/notify STOPPING=1"), heard);
    }

    @Test
    void livesByHalfOfTheWatchdogsTime() {
        assertEquals(Optional.of(Duration.ofMillis(1500)), pulse(Map.of("WATCHDOG_USEC", "3000000")));
        assertEquals(Optional.of(Duration.ofMillis(1500)),
                pulse(Map.of("WATCHDOG_USEC", "3000000", "WATCHDOG_PID", "7")));
        assertEquals(Optional.empty(), pulse(Map.of("WATCHDOG_USEC", "3000000", "WATCHDOG_PID", "8")),
                "another process's");
        assertEquals(Optional.empty(), pulse(Map.of()));
        assertEquals(Optional.empty(), pulse(Map.of("WATCHDOG_USEC", "soon")));
        assertEquals(Optional.empty(), pulse(Map.of("WATCHDOG_USEC", "0")));
    }

    private static Optional<Duration> pulse(Map<String, String> watchdog) {
        Map<String, String> environment = new HashMap<>(watchdog);
        environment.put("NOTIFY_SOCKET", "/run/notify");
        return NotifySocket.of(environment, 7).orElseThrow().pulse();
    }

    @Test
    void asksNothingOfASocketThatIsNotThere() {
        assertFalse(NotifySocket.of(Map.of("NOTIFY_SOCKET", "/nowhere/notify"), 7).orElseThrow().ready());
        assertFalse(NotifySocket.of(Map.of("NOTIFY_SOCKET", "@supertask-test-nobody"), 7).orElseThrow().ready());
        assertFalse(NotifySocket.of(Map.of("NOTIFY_SOCKET", "no path"), 7).orElseThrow().ready());
        assertFalse(NotifySocket.of(Map.of("NOTIFY_SOCKET", "/" + "x".repeat(200)), 7).orElseThrow().ready());
    }
}
