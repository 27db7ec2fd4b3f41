package dev.supertask.timetable;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Random;

import dev.supertask.problem.ExitCode;
import dev.supertask.problem.Refusal;
import org.junit.jupiter.api.Test;

class TimetableTextTest {
    private static final String SMALL = """
            jobs:
              backup:
                when: ["0 3 * * *", '@daily']
                run: "pg_dump \\"app\\""
                env: {A: '${HOME}', B: &x b, C: *x}
                timeout: 1h   # long
                description: |
                  Two
                  lines.
            """;

    @Test
    void readsTwentyThousandJobs() {
        StringBuilder text = new StringBuilder("jobs:\n");
        for (int i = 0; i < 20_000; i++) {
            text.append("  job-%d: {every: %ds, run: \"echo %d\", timeout: 1m, env: {N: %d}}\n".formatted(i,
                    i + 1, i, i));
        }

        assertEquals(20_000, Texts.read(text.toString()).jobs().size());
    }

    @Test
    void tellsTwentyThousandMistakes() {
        StringBuilder text = new StringBuilder("jobs:\n");
        for (int i = 0; i < 20_000; i++) {
            text.append("  job-%d: {every: 1m, run: date, enabled: %d}\n".formatted(i, i));
        }

        assertEquals(20_000,
                assertThrows(Refusal.class, () -> Texts.read(text.toString())).problems().size());
    }

    /// Whatever is typed, the answer is a timetable or its mistakes, and never a fault of ours.
    @Test
    void answersAnyDamageWithMistakes() {
        Random random = new Random(4);
        String junk = "\"'{}[]:,-?#&*!|>%@`\t\n \\~<$x0\u0000\u2028\uFEFF";
        int refused = 0;
        for (int i = 0; i < 1500; i++) {
            StringBuilder text = new StringBuilder(SMALL);
            for (int edits = 1 + random.nextInt(3); edits > 0; edits--) {
                int at = random.nextInt(text.length());
                text.replace(at, at + random.nextInt(2), junk.charAt(random.nextInt(junk.length())) + "");
            }
            refused += isRefused(text.toString()) ? 1 : 0;
        }
        assertTrue(refused > 500, "refused " + refused);
    }

    @Test
    void dropsAByteOrderMark() {
        String text = TimetableText.decode("\uFEFFjobs: {ä: 1}".getBytes(StandardCharsets.UTF_8));
        assertEquals("jobs: {ä: 1}", text);
        assertEquals(1, Texts.read("\uFEFF" + SMALL).jobs().size());
    }

    @Test
    void refusesBytesThatAreNoText() {
        refusedBytes("line 2 is no UTF-8: byte 0xE4 begins no character · save the file as UTF-8",
                "jobs:\n  ä: 1\n".getBytes(StandardCharsets.ISO_8859_1));
        refusedBytes("line 1 is no UTF-8: byte 0xE2 begins no character · save the file as UTF-8",
                new byte[]{'a', (byte) 0xE2, (byte) 0x82});
        refusedBytes("this is a binary file, no timetable", new byte[]{0x7F, 'E', 'L', 'F', 0, 1});
        refusedBytes("the text is UTF-16 · save it as UTF-8", "jobs: {}".getBytes(StandardCharsets.UTF_16));
    }

    @Test
    void refusesMoreThan64MiB() {
        refusedBytes("the text is larger than 64 MiB, the limit of a timetable · split it into several",
                new byte[TimetableText.MAX_BYTES + 1]);
    }

    private static void refusedBytes(String words, byte[] bytes) {
        Refusal refusal = assertThrows(Refusal.class, () -> TimetableText.decode(bytes));
        assertEquals(words, refusal.getMessage());
        assertEquals(ExitCode.MISTAKE, refusal.exitCode());
    }

    private static boolean isRefused(String text) {
        try {
            Texts.read(text);
            return false;
        } catch (Refusal refusal) {
            return true;
        }
    }
}
