package dev.supertask.run;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How far a run says that it is, by the file that `SUPERTASK_PROGRESS` names: lines such as `0.4 half of the tables` or
/// `40% half of the tables`, of which the last one holds.
///
/// @param fraction from 0 to 1
/// @param text what it does, may be empty
public record Advance(double fraction, String text) {
    private static final Pattern FORM = Pattern
            .compile("\\s*(\\d{1,3}(?:\\.\\d{1,18})?|\\.\\d{1,18})\\s*(%?)(?:\\s+(.*))?");
    private static final int LONGEST = 500;

    /// What a line says; empty where it says nothing of the kind, or a fraction that there is not.
    public static Optional<Advance> read(String line) {
        Matcher matcher = FORM.matcher(line);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        double number = Double.parseDouble(matcher.group(1)) / (matcher.group(2).isEmpty() ? 1 : 100);
        String said = matcher.group(3) == null ? "" : matcher.group(3).strip().replaceAll("\\p{Cntrl}", "\uFFFD");
        String text = said.length() <= LONGEST ? said : said.substring(0, LONGEST) + "…";
        return number > 1 ? Optional.empty() : Optional.of(new Advance(number, text));
    }

    /// `40 % half of the tables`.
    public String words() {
        return (Math.round(fraction * 100) + " % " + text).strip();
    }
}
