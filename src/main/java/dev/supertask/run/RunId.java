package dev.supertask.run;

import java.time.Instant;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/// A run's name, unique in the store: 26 characters that sort by the time of their making (the ULID
/// form: 48 bits of milliseconds, 80 random bits, Crockford's base 32).
///
/// @param text the 26 characters
public record RunId(String text) implements Comparable<RunId> {
    private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final Pattern FORM = Pattern.compile("[0-7][0-9A-HJKMNP-TV-Z]{25}");

    /// Checks the form.
    public RunId {
        if (!isValid(text)) {
            throw new IllegalArgumentException("no run id: " + text);
        }
    }

    /// Whether a word has the form of a run id.
    public static boolean isValid(String text) {
        return FORM.matcher(text).matches();
    }

    /// A new id.
    public static RunId create(Instant now, RandomGenerator random) {
        char[] out = new char[26];
        long time = now.toEpochMilli();
        for (int i = 9; i >= 0; i--) {
            out[i] = DIGITS.charAt((int) (time & 31));
            time >>>= 5;
        }
        for (int i = 10; i < 26; i++) {
            out[i] = DIGITS.charAt(random.nextInt(32));
        }
        return new RunId(new String(out));
    }

    /// When it was made, to the millisecond.
    public Instant time() {
        long time = 0;
        for (int i = 0; i < 10; i++) {
            time = time << 5 | DIGITS.indexOf(text.charAt(i));
        }
        return Instant.ofEpochMilli(time);
    }

    /// The id right after this one: for ids made together, which are to sort in the order of their making.
    public RunId successor() {
        char[] out = text.toCharArray();
        for (int i = out.length - 1; i >= 0; i--) {
            int digit = DIGITS.indexOf(out[i]) + 1;
            out[i] = DIGITS.charAt(digit % DIGITS.length());
            if (digit < DIGITS.length()) {
                break;
            }
        }
        return new RunId(new String(out));
    }

    @Override
    public int compareTo(RunId other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
