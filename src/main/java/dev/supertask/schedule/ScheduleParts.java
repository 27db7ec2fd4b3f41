package dev.supertask.schedule;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

/// A schedule said in parts: what kind it is, and what bounds and changes it. The parts are put in one by one, as they
/// stand in a map or behind the schedule's text, and made to a schedule at the end.
public final class ScheduleParts {
    /// The parts that say when, of which a schedule has one.
    public static final Set<String> KINDS = Set.of("cron", "every", "at", "repeat");
    /// The other parts.
    public static final Set<String> MODIFIERS = Set.of("starting", "measure", "timezone", "from", "until", "times",
            "jitter");
    private static final String FROM_END = "from-end";
    private static final String FROM_START = "from-start";

    private final List<Moment> moments = new ArrayList<>();
    private final Map<String, Piece> given = new HashMap<>();
    private @Nullable Schedule base;
    private @Nullable Interval interval;
    private @Nullable Moment starting;
    private boolean fromEnd;
    private @Nullable ZoneId zone;
    private @Nullable Moment from;
    private @Nullable Moment until;
    private @Nullable Integer times;
    private @Nullable Duration jitter;

    /// Reads the value of one of [#KINDS] or [#MODIFIERS]; several of `at` are one list.
    ///
    /// @return what is valid, but perhaps not meant
    /// @throws ScheduleSyntaxException with every mistake found, by its place in the value
    public List<ScheduleMistake> put(String key, String value) {
        Findings findings = new Findings(value);
        Piece piece = new Piece(Characters.plain(value, findings), 0);
        put(key, piece, piece.trimmed(), findings);
        if (findings.hasMistakes()) {
            throw findings.refusal();
        }
        return findings.warnings();
    }

    /// The schedule of all that was put in.
    ///
    /// @throws ScheduleSyntaxException where the parts do not go together; without a place
    public Schedule schedule() {
        Findings findings = new Findings("");
        @Nullable
        Schedule schedule = schedule(new Piece("", 0), findings);
        if (schedule == null || findings.hasMistakes()) {
            throw findings.refusal();
        }
        return schedule;
    }

    /// The schedule of a text of its own, to which modifiers may come.
    void base(Schedule schedule) {
        if (schedule instanceof Every(Interval length, Moment start)) {
            interval = length;
            starting = start;
        } else {
            base = schedule;
        }
    }

    /// Reads one part.
    ///
    /// @param label what a mistake about the part as a whole is about
    void put(String key, Piece label, Piece value, Findings findings) {
        if (!key.equals("at") && given.put(key, label) != null) {
            findings.mistake(label, "\"" + key + "\" is given twice", "keep one");
            return;
        }
        switch (key) {
            case "cron" -> base = ScheduleText.cron(value, findings);
            case "every" -> interval = IntervalReader.read(value, "", findings);
            case "at" -> addMoment(new MomentReader("", null).read(value, findings));
            case "repeat" -> base = RepeatReader.read(value, findings);
            case "starting" -> starting = new MomentReader("", LocalTime.MIDNIGHT).read(value, findings);
            case "measure" -> measure(value, findings);
            case "timezone" -> zone = zone(value, findings);
            case "from" -> from = new MomentReader("", LocalTime.MIDNIGHT).read(value, findings);
            case "until" -> until = new MomentReader("", Moment.END_OF_DAY).read(value, findings);
            case "times" -> times = times(value, findings);
            case "jitter" -> jitter = jitter(value, findings);
            default -> unknown(key, label, findings);
        }
    }

    private void addMoment(@Nullable Moment moment) {
        if (moment != null) {
            moments.add(moment);
        }
    }

    private static void unknown(String key, Piece label, Findings findings) {
        @Nullable
        String hint = Misspelling.hint(key, MODIFIERS);
        findings.mistake(label.part(0, Math.min(key.length(), label.text().length())),
                "unknown modifier \"" + key + "\"",
                hint != null ? hint : "the modifiers are " + String.join(", ", new TreeSet<>(MODIFIERS)));
    }

    private void measure(Piece value, Findings findings) {
        fromEnd = value.text().equals(FROM_END);
        if (!fromEnd && !value.text().equals(FROM_START)) {
            @Nullable
            String hint = Misspelling.hint(value.text(), List.of(FROM_START, FROM_END));
            findings.mistake(value, "\"measure\" cannot be \"" + value.text() + "\"",
                    hint != null ? hint : "write \"from-start\" or \"from-end\"");
        }
    }

    private static @Nullable ZoneId zone(Piece value, Findings findings) {
        try {
            return ZoneId.of(value.text());
        } catch (DateTimeException e) {
            @Nullable
            String hint = Misspelling.hint(value.text(), ZoneId.getAvailableZoneIds());
            findings.mistake(value, "unknown time zone \"" + value.text() + "\"",
                    hint != null ? hint : "write a name such as \"Europe/Berlin\" or \"UTC\"");
            return null;
        }
    }

    private static @Nullable Integer times(Piece value, Findings findings) {
        if (value.isNumber() && value.number() >= 1 && value.number() <= Modifiers.MOST_TIMES) {
            return value.number();
        }
        findings.mistake(value, "\"" + value.text() + "\" is no number of times",
                "write 1 to " + Modifiers.MOST_TIMES + "; what comes more often is bounded with \"until\"");
        return null;
    }

    private static @Nullable Duration jitter(Piece value, Findings findings) {
        @Nullable
        Duration length = DurationReader.read(value, findings);
        if (length != null && length.toMillis() < 1) {
            findings.mistake(value, "\"" + value.text() + "\" is shorter than a millisecond",
                    "write \"1ms\" or more, or no jitter");
            return null;
        }
        return length;
    }

    /// The schedule; null where the parts do not go together, and then the findings say so.
    ///
    /// @param whole where a mistake about all of it is
    @Nullable
    Schedule schedule(Piece whole, Findings findings) {
        @Nullable
        Schedule found = kind(whole, findings);
        Modifiers modifiers = new Modifiers(zone, from, until, times, jitter);
        if (found == null || findings.hasMistakes()) {
            return null;
        } else if (modifiers.isNone()) {
            return found;
        } else if (found instanceof Reboot || found instanceof Start) {
            findings.mistake(whole, "\"" + found.text() + "\" takes no modifiers", "write it alone");
            return null;
        } else if (found instanceof FromEnd && times != null) {
            findings.mistake(given.getOrDefault("times", whole),
                    "\"times\" cannot count what is measured from the end of a run", "bound it with \"until\"");
            return null;
        }
        return new Modified(found, modifiers);
    }

    private @Nullable Schedule kind(Piece whole, Findings findings) {
        if (interval != null) {
            return rate(interval, whole, findings);
        }
        for (String key : List.of("starting", "measure")) {
            Piece label = given.get(key);
            if (label != null) {
                findings.mistake(label.isEmpty() ? whole : label, "\"" + key + "\" belongs only to an interval",
                        key.equals("starting") ? "write \"from\" for the earliest moment" : "remove it");
            }
        }
        return moments.isEmpty() ? base : new At(moments);
    }

    private @Nullable Schedule rate(Interval length, Piece whole, Findings findings) {
        if (!fromEnd) {
            return new Every(length, starting);
        }
        return switch (length) {
            case Interval.Real(Duration delay) -> new FromEnd(delay, starting);
            case Interval.Calendar _ -> {
                findings.mistake(given.getOrDefault("measure", whole),
                        "an interval by the calendar cannot be measured from the end of a run",
                        "write it in hours or shorter, such as \"24h\"");
                yield null;
            }
        };
    }
}
