package dev.supertask.keeper;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HexFormat;

/// Paths from [NativeText] and back, byte for byte in any locale. [Path#of(String, String...)] refuses, and
/// [Path#toString] spoils, what the locale cannot say; a path's own bytes are only to be had through its URI.
public final class NativePath {
    private static final Path ROOT = Path.of("/");
    private static final boolean UTF_8 = System.getProperty("sun.jnu.encoding", "").equalsIgnoreCase("UTF-8");
    // What Java's own decoder puts in the place of what it cannot read.
    private static final char REPLACED = '\uFFFD';

    private NativePath() {}

    /// The path of a text.
    ///
    /// @throws InvalidPathException for one with a NUL
    public static Path of(String text) {
        byte[] bytes = NativeText.bytes(text);
        boolean plain = UTF_8 ? text.chars().noneMatch(c -> Character.isSurrogate((char) c)) : isAscii(bytes);
        if (plain || text.indexOf('\0') >= 0) {
            return Path.of(text);
        }
        StringBuilder uri = new StringBuilder("file:///");
        for (byte b : bytes) {
            if (b == '/') {
                uri.append('/');
            } else {
                uri.append('%').append(HexFormat.of().toHexDigits(b));
            }
        }
        Path absolute = Path.of(URI.create(uri.toString()));
        return text.startsWith("/") ? absolute : absolute.subpath(0, absolute.getNameCount());
    }

    /// The text of a path.
    public static String text(Path path) {
        String text = path.toString();
        boolean exact = UTF_8 ? text.indexOf(REPLACED) < 0 : text.chars().allMatch(c -> c < 0x80);
        if (exact) {
            return text;
        }
        String raw = ROOT.resolve(path).toUri().getRawPath();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(raw.length());
        for (int i = 0; i < raw.length(); i++) {
            if (raw.charAt(i) == '%') {
                bytes.write(HexFormat.fromHexDigits(raw, i + 1, i + 3));
                i += 2;
            } else {
                bytes.write(raw.charAt(i));
            }
        }
        String whole = NativeText.of(bytes.toByteArray());
        // A folder's URI ends with a slash.
        int end = whole.length() > 1 && whole.endsWith("/") ? whole.length() - 1 : whole.length();
        return whole.substring(path.isAbsolute() ? 0 : 1, end);
    }

    /// Whether a path is the same in any program that reads names as UTF-8.
    public static boolean isUtf8(Path path) {
        return text(path).codePoints().noneMatch(point -> point >= Character.MIN_SURROGATE
                && point <= Character.MAX_SURROGATE);
    }

    private static boolean isAscii(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1).chars().allMatch(c -> c < 0x80);
    }
}
