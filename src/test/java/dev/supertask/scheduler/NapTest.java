package dev.supertask.scheduler;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class NapTest {
    private static final Duration FOR_EVER = Duration.ofDays(100_000);
    private final Nap nap = new Nap();

    @Test
    void aWakeUpThatComesFirstIsNotLost() {
        nap.wake();
        nap.take(FOR_EVER);
    }

    @Test
    void aSleeperIsWoken() throws InterruptedException {
        Thread sleeper = Thread.ofPlatform().start(() -> nap.take(FOR_EVER));
        nap.wake();
        assertTrue(sleeper.join(Duration.ofSeconds(10)));
    }

    @Test
    void nothingIsWaitedForWhenTheTimeIsOver() {
        nap.take(Duration.ZERO);
        nap.take(Duration.ofSeconds(-5));
    }
}
