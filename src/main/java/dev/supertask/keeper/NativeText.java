package dev.supertask.keeper;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Text as the operating system has it: bytes that are UTF-8 by custom only. A byte that is no part of
/// valid UTF-8 becomes a lone surrogate, U+DC80 to U+DCFF, which stands for it and nothing else (as
/// Python has it, PEP 383), so that any bytes are told by a String and come out as they went in.
public final class NativeText {
    // What Java's own decoder puts in the place of what it cannot read.
    private static final char REPLACED = '\uFFFD';
    private static final int ESCAPE = 0xDC00;
    private static final char FIRST_ESCAPED = 0xDC80;
    private static final char LAST_ESCAPED = 0xDCFF;

    private NativeText() {}

    /// The text of some bytes.
    public static String of(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        return text.indexOf(REPLACED) < 0 ? text : escaped(bytes);
    }

    /// The bytes of a text. Of surrogates that stand alone and for no byte there are none: they become a
    /// question mark each.
    public static byte[] bytes(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                return unescaped(text);
            }
        }
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String escaped(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT);
        for (CoderResult result = decoder.decode(in, out, true); result
                .isError(); result = decoder.decode(in, out, true)) {
            for (int i = result.length(); i > 0; i--) {
                out.put((char) (ESCAPE | in.get() & 0xFF));
            }
            decoder.reset();
        }
        return out.flip().toString();
    }

    private static byte[] unescaped(String text) {
        CharBuffer in = CharBuffer.wrap(text);
        ByteBuffer out = ByteBuffer.allocate(3 * text.length());
        CharsetEncoder encoder = StandardCharsets.UTF_8.newEncoder()
                .onMalformedInput(CodingErrorAction.REPORT);
        for (CoderResult result = encoder.encode(in, out, true); result
                .isError(); result = encoder.encode(in, out, true)) {
            char lone = in.get();
            out.put((byte) (lone >= FIRST_ESCAPED && lone <= LAST_ESCAPED ? lone - ESCAPE : '?'));
            encoder.reset();
        }
        return Arrays.copyOf(out.array(), out.position());
    }
}
