package dev.supertask.keeper;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Random;

import org.junit.jupiter.api.Test;

class NativeTextTest {

    @Test
    void tellsUtf8AsItIs() {
        byte[] bytes = "Grüße, 世界 😀 \uFFFD".getBytes(StandardCharsets.UTF_8);

        assertEquals("Grüße, 世界 😀 \uFFFD", NativeText.of(bytes));
        assertArrayEquals(bytes, NativeText.bytes("Grüße, 世界 😀 \uFFFD"));
    }

    @Test
    void tellsAByteThatIsNoUtf8ByASurrogate() {
        byte[] bytes = {'a', (byte) 0xFF, (byte) 0xC3, 'b', (byte) 0xE4};

        assertEquals("a\uDCFF\uDCC3b\uDCE4", NativeText.of(bytes));
        assertArrayEquals(bytes, NativeText.bytes("a\uDCFF\uDCC3b\uDCE4"));
    }

    @Test
    void takesASurrogateOfAPairForWhatItIs() {
        String text = new String(Character.toChars(0x1F4FF)); // its second half is U+DCFF

        assertEquals(text, NativeText.of(NativeText.bytes(text)));
    }

    @Test
    void hasAQuestionMarkForWhatNoByteStandsFor() {
        assertArrayEquals("?a?".getBytes(StandardCharsets.UTF_8), NativeText.bytes("\uD800a\uDC00"));
    }

    @Test
    void givesBackWhateverItIsGiven() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = new byte[random.nextInt(12)];
            random.nextBytes(bytes);
            if (random.nextBoolean()) {
                // Nearly valid: a piece of valid text with one byte changed.
                bytes = "aß世😀é".getBytes(StandardCharsets.UTF_8);
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            assertArrayEquals(bytes, NativeText.bytes(NativeText.of(bytes)),
                    "seed " + seed + ": " + HexFormat.of().formatHex(bytes));
        }
    }
}
