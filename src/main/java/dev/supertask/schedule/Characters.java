package dev.supertask.schedule;

import java.util.Map;

/// The characters of a schedule's text: ASCII only, as in every crontab.
final class Characters {
    /// What word processors, chats and web pages make of plain characters.
    private static final Map<Integer, Character> LOOKALIKES = Map.ofEntries(Map.entry(0x00A0, ' '),
            Map.entry(0x2002, ' '), Map.entry(0x2003, ' '), Map.entry(0x2007, ' '), Map.entry(0x2009, ' '),
            Map.entry(0x202F, ' '), Map.entry(0x3000, ' '), Map.entry('\n' + 0, ' '),
            Map.entry('\r' + 0, ' '),
            Map.entry(0x2010, '-'), Map.entry(0x2011, '-'), Map.entry(0x2012, '-'), Map.entry(0x2013, '-'),
            Map.entry(0x2014, '-'), Map.entry(0x2212, '-'), Map.entry(0x2217, '*'), Map.entry(0x204E, '*'),
            Map.entry(0x00D7, '*'), Map.entry(0xFF0A, '*'), Map.entry(0xFF0C, ','), Map.entry(0xFF0F, '/'),
            Map.entry(0x2215, '/'), Map.entry(0x2044, '/'));

    private Characters() {}

    /// The text with every foreign character told as a mistake and replaced by what it looks like, else
    /// by `!`, unit for unit, so that the rest can still be read and places stay the same.
    static String plain(String text, Findings findings) {
        StringBuilder plain = new StringBuilder(text);
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int c = text.codePointAt(i);
            if (c == '\t' || (c >= ' ' && c < 0x7F)) {
                continue;
            }
            int units = Character.charCount(c);
            int digit = Character.digit(c, 10);
            char meant = digit >= 0 ? (char) ('0' + digit) : LOOKALIKES.getOrDefault(c, '!');
            findings.mistake(i, units, "foreign character U+%04X%s".formatted(c, shown(c)), remedy(meant));
            for (int unit = 0; unit < units; unit++) {
                plain.setCharAt(i + unit, meant);
            }
        }
        return plain.toString();
    }

    /// The character in quotes, unless nothing or next to nothing would be seen.
    private static String shown(int c) {
        boolean visible = Character.isDefined(c) && !Character.isSpaceChar(c) && !Character.isISOControl(c)
                && Character.getType(c) != Character.FORMAT;
        return visible ? " \"" + Character.toString(c) + "\"" : "";
    }

    private static String remedy(char meant) {
        return switch (meant) {
            case '!' -> "a schedule is plain ASCII";
            case ' ' -> "write a plain space";
            default -> "write \"" + meant + "\"";
        };
    }
}
