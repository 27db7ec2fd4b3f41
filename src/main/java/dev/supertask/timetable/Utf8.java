package dev.supertask.timetable;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;

import dev.supertask.problem.Refusal;

/// Bytes become text, strictly: a replaced character would be run by a shell one night.
final class Utf8 {
    private Utf8() {}

    static String decode(byte[] bytes) {
        if (startsWith(bytes, 0xFF, 0xFE) || startsWith(bytes, 0xFE, 0xFF)) {
            throw Refusal.mistake("the text is UTF-16", "save it as UTF-8");
        }
        for (byte each : bytes) {
            if (each == 0) {
                throw Refusal.mistake("this is a binary file, no timetable", null);
            }
        }
        int mark = startsWith(bytes, 0xEF, 0xBB, 0xBF) ? 3 : 0;
        ByteBuffer in = ByteBuffer.wrap(bytes, mark, bytes.length - mark);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        // A new decoder reports malformed input and stops before it.
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        if (decoder.decode(in, out, true).isError()) {
            int line = 1 + (int) out.flip().chars().filter(c -> c == '\n').count();
            throw Refusal.mistake(
                    "line %d is no UTF-8: byte 0x%02X begins no character".formatted(line, in.get()),
                    "save the file as UTF-8");
        }
        return out.flip().toString();
    }

    private static boolean startsWith(byte[] bytes, int... first) {
        for (int i = 0; i < first.length; i++) {
            if (bytes.length <= i || (bytes[i] & 0xFF) != first[i]) {
                return false;
            }
        }
        return true;
    }
}
