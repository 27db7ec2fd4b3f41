package dev.supertask.timetable;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Random;

import dev.supertask.problem.Refusal;
import org.junit.jupiter.api.Test;

class SizeTextTest {

    @Test
    void readsSizesWithTheirUnits() {
        assertEquals(1, SizeText.parse("1B"));
        assertEquals(10_000, SizeText.parse("10kB"));
        assertEquals(10_240, SizeText.parse("10 KiB"));
        assertEquals(1_500_000_000, SizeText.parse("1.5GB"));
        assertEquals(3L << 39, SizeText.parse("1.5TiB"));
    }

    @Test
    void saysWhatWasMeant() {
        assertEquals("unknown unit \"M\" in \"10M\" · did you mean \"10MiB\"?", mistake("10M"));
        assertEquals("unknown unit \"mb\" in \"10mb\" · did you mean \"10MB\"?", mistake("10mb"));
        assertEquals("unknown unit \"pages\" in \"10pages\" · known units: B, kB, KiB, MB, MiB, GB, GiB, TB, TiB",
                mistake("10pages"));
        assertEquals("\"-5MiB\" is no size · write one such as 512MiB or 2GB", mistake("-5MiB"));
        assertEquals("\"99999999TiB\" is too much · write a size such as 512MiB, or remove the key",
                mistake("99999999TiB"));
    }

    @Test
    void readsBackWhateverItWrites() {
        Random random = new Random(20261124);
        for (int i = 0; i < 1000; i++) {
            long size = (1 + random.nextLong(5000)) * (random.nextBoolean() ? 1L << 10 * random.nextInt(5) : 1000);
            assertEquals(size, SizeText.parse(SizeText.write(size)));
        }
        assertEquals("512MiB", SizeText.write(512 << 20));
    }

    private static String mistake(String text) {
        Refusal refusal = assertThrows(Refusal.class, () -> SizeText.parse(text));
        return String.valueOf(refusal.getMessage());
    }
}
