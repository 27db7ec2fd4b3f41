package dev.supertask.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DurationTextTest {

    @ParameterizedTest
    @CsvSource({"90s,PT1M30S,1m30s,90 seconds", "1h30m,PT1H30M,1h30m,1 hour 30 minutes",
            "500ms,PT0.5S,500ms,500 milliseconds", "1m,PT1M,1m,1 minute", "120s,PT2M,2m,2 minutes",
            "1s,PT1S,1s,1 second", "2w,PT336H,14d,2 weeks", "1w,PT168H,7d,1 week", "10d,PT240H,10d,10 days",
            "0s,PT0S,0s,0 seconds", "PT15M,PT15M,15m,15 minutes", "p1dt12h,PT36H,1d12h,1 day 12 hours",
            "P1W2D,PT216H,9d,9 days", "PT1.5S,PT1.5S,1s500ms,1 second 500 milliseconds",
            "365000d,PT8760000H,365000d,365000 days", "007m,PT7M,7m,7 minutes",
            "PT0.0001S,PT0.0001S,PT0.0001S,0 seconds", " 5m ,PT5M,5m,5 minutes"})
    void readsWritesAndSays(String text, Duration duration, String written, String words) {
        assertEquals(duration, DurationText.parse(text));
        assertEquals(written, DurationText.write(duration));
        assertEquals(words, DurationText.words(duration));
        assertEquals(duration, DurationText.parse(written));
    }

    @Test
    void readsBackEveryDuration() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 1000; i++) {
            Duration whole = Duration.ofMillis(random.nextLong(1L << (1 + i % 44)));
            Duration duration = i % 10 == 0 ? whole.plusNanos(random.nextInt(1_000_000)) : whole;
            assertEquals(duration, DurationText.parse(DurationText.write(duration)), () -> "seed " + seed);
        }
    }

    @Test
    void saysWhatIsNegativeThoughItReadsNone() {
        assertEquals("-1m30s", DurationText.write(Duration.ofSeconds(-90)));
        assertEquals("minus 90 seconds", DurationText.words(Duration.ofSeconds(-90)));
    }
}
