package dev.supertask.schedule;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/// Text becomes a schedule: cron text of 5, 6 or 7 fields, a macro such as `@daily`, `@reboot`, `@start`,
/// `@every 90s`, `once`, `at 2027-01-01T09:00`, or `R5/2026-01-01T00:00Z/PT1H`. Behind any of them may stand
/// modifiers: `0 9 * * * timezone=Europe/Berlin until=2026-12-31 jitter=30s`. Words are told apart by spaces and tabs;
/// upper and lower case are alike, except in the units of a duration and in modifiers.
public final class ScheduleText {
    /// No schedule that a person writes comes near it, and nothing takes long to read below it.
    private static final int LONGEST = 1000;
    private static final Pattern DURATION_LIKE = Pattern.compile("[0-9]+[a-zA-Z]*|P[0-9T].*");
    /// A first word that no cron text has: a whole word, a variable, something in quotes.
    private static final Pattern NO_SCHEDULE = Pattern.compile("[a-z]{4,}|[a-z_]+=.*|[\"'].*");
    private static final Pattern MODIFIER = Pattern.compile("[A-Za-z][A-Za-z-]*=.*");
    private static final Pattern DATE_LIKE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}.*");

    private ScheduleText() {}

    /// A schedule that was read.
    ///
    /// @param warnings what is valid, but perhaps not meant, in reading order
    public record Parsed(Schedule schedule, List<ScheduleMistake> warnings) {
        public Parsed {
            warnings = List.copyOf(warnings);
        }
    }

    /// Reads any kind of schedule.
    ///
    /// @throws ScheduleSyntaxException with every mistake found
    public static Parsed parse(String text) {
        Findings findings = new Findings(text);
        @Nullable
        Schedule schedule = read(text, findings);
        if (schedule == null || findings.hasMistakes()) {
            throw findings.refusal();
        }
        return new Parsed(schedule, findings.warnings());
    }

    private static @Nullable Schedule read(String text, Findings findings) {
        if (text.length() > LONGEST) {
            findings.mistake(0, text.length(),
                    "the schedule has " + text.length() + " characters, more than the " + LONGEST
                            + " allowed",
                    "split it into several schedules of one job");
            return null;
        }
        Piece whole = new Piece(Characters.plain(text, findings), 0);
        List<Piece> words = whole.words();
        if (words.isEmpty()) {
            findings.mistake(whole, "the schedule is empty", "write one such as \"0 3 * * *\" or \"@daily\"");
            return null;
        }
        int bare = bare(words);
        Piece body = bare < words.size() ? whole.part(0, words.get(bare).offset()) : whole;
        @Nullable
        Schedule base = base(body, body.words(), findings);
        if (bare == words.size()) {
            return base;
        }
        ScheduleParts parts = new ScheduleParts();
        if (base != null) {
            parts.base(base);
        }
        words.subList(bare, words.size()).forEach(word -> modifier(word, parts, findings));
        return base == null ? null : parts.schedule(body.trimmed(), findings);
    }

    /// How many words stand before the modifiers.
    private static int bare(List<Piece> words) {
        int bare = 1;
        while (bare < words.size() && !MODIFIER.matcher(words.get(bare).text()).matches()) {
            bare++;
        }
        return bare;
    }

    private static void modifier(Piece word, ScheduleParts parts, Findings findings) {
        int sign = word.text().indexOf('=');
        if (sign < 1) {
            findings.mistake(word, "\"" + word.text() + "\" stands behind the modifiers",
                    "write it before them, or as NAME=VALUE without spaces");
        } else {
            parts.put(word.text().substring(0, sign), word, word.from(sign + 1), findings);
        }
    }

    private static @Nullable Schedule base(Piece whole, List<Piece> words, Findings findings) {
        Piece first = words.getFirst();
        Piece rest = whole.from(first.end() - whole.offset()).trimmed();
        String word = first.text().toLowerCase(Locale.ROOT);
        if (RepeatReader.isRepeat(first)) {
            @Nullable
            Repeat repeat = RepeatReader.read(first, findings);
            return repeat == null ? null : alone(repeat, first, rest, findings);
        }
        return switch (word) {
            case "once" -> alone(new Once(), first, rest, findings);
            case "@reboot" -> alone(new Reboot(), first, rest, findings);
            case "@start" -> alone(new Start(), first, rest, findings);
            case "at" -> MomentReader.list(rest, findings);
            case "@every" -> every(rest, findings);
            default -> word.startsWith("@")
                    ? macro(first, word, rest, findings)
                    : cron(whole, words, rest, findings);
        };
    }

    /// Cron text or one of its macros, and no other kind.
    static @Nullable Schedule cron(Piece piece, Findings findings) {
        List<Piece> words = piece.words();
        if (words.isEmpty()) {
            findings.mistake(piece, "the schedule is empty", "write one such as \"0 3 * * *\" or \"@daily\"");
            return null;
        }
        @Nullable
        Schedule schedule = base(piece, words, findings);
        if (schedule != null && !(schedule instanceof Cron)) {
            findings.mistake(piece, "\"" + piece.text() + "\" is no cron text",
                    "write it without \"cron\", or under \"every\", \"at\" or \"repeat\"");
        }
        return schedule;
    }

    private static @Nullable Schedule cron(Piece whole, List<Piece> words, Piece rest, Findings findings) {
        String word = words.getFirst().text().toLowerCase(Locale.ROOT);
        if (NO_SCHEDULE.matcher(word).matches() || words.size() == 1) {
            single(whole.trimmed(), word, rest, findings);
            return null;
        }
        return CronReader.read(whole.trimmed(), words, findings);
    }

    private static @Nullable Schedule every(Piece rest, Findings findings) {
        @Nullable
        Interval interval = IntervalReader.read(rest, "@every ", findings);
        return interval == null ? null : new Every(interval, null);
    }

    private static @Nullable Schedule macro(Piece first, String word, Piece rest, Findings findings) {
        @Nullable
        Cron cron = CronReader.macro(word);
        if (cron != null) {
            return alone(cron, first, rest, findings);
        }
        @Nullable
        String hint = Misspelling.hint(word, CronReader.ALL_MACROS);
        findings.mistake(first, "unknown macro \"" + first.text() + "\"",
                hint != null ? hint : "the macros are " + String.join(", ", CronReader.ALL_MACROS));
        return null;
    }

    private static <S> S alone(S schedule, Piece first, Piece rest, Findings findings) {
        if (!rest.isEmpty()) {
            findings.mistake(rest, "\"" + rest.text() + "\" stands behind \"" + first.text() + "\"",
                    "write \"" + first.text() + "\" alone");
        }
        return schedule;
    }

    /// Text that is no cron text, by its first word: says what was meant.
    private static void single(Piece whole, String word, Piece rest, Findings findings) {
        String text = whole.text();
        String remedy;
        if (word.equals("every") || word.equals("each")) {
            remedy = "write it like \"@every 90s\", \"*/5 * * * *\" or \"@daily\"";
        } else if (word.startsWith("\"") || word.startsWith("'")) {
            remedy = "write it without quotes";
        } else if (word.indexOf('=') > 0) {
            remedy = "write the schedule alone, without variables";
        } else if (DATE_LIKE.matcher(text).matches()) {
            remedy = "write \"at " + text + "\"";
        } else if (DURATION_LIKE.matcher(text).matches()) {
            remedy = "for an interval write \"@every " + text + (whole.isNumber() ? "s" : "") + "\"";
        } else {
            @Nullable
            String hint = rest.isEmpty() ? Misspelling.hint("@" + word, CronReader.ALL_MACROS) : null;
            remedy = hint != null
                    ? hint
                    : Misspelling.within(word, List.of("once"), 1).isPresent()
                            ? "did you mean \"once\"?"
                    : "write one such as \"0 3 * * *\", \"@daily\" or \"@every 90s\"";
        }
        findings.mistake(whole, "\"" + text + "\" is not a schedule", remedy);
    }
}
