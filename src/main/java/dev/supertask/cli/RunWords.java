package dev.supertask.cli;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

import dev.supertask.problem.Nearest;
import dev.supertask.problem.Refusal;
import dev.supertask.run.RunState;
import dev.supertask.schedule.DurationText;
import dev.supertask.schedule.ScheduleSyntaxException;

/// The words that say which runs are meant: states, and since when.
final class RunWords {
    private RunWords() {}

    /// The states of comma lists.
    ///
    /// @throws Refusal if a word is no state
    static List<String> states(List<String> lists) {
        List<String> words = lists.stream().flatMap(list -> Arrays.stream(list.split(",", -1)))
                .map(String::strip)
                .distinct().toList();
        for (String word : words) {
            if (!RunState.words().contains(word)) {
                String hint = Nearest.hint(word, RunState.words());
                throw Refusal.mistake("unknown state \"" + word + "\"", (hint == null ? "" : hint + " · ")
                        + "the states are " + String.join(", ", RunState.words()));
            }
        }
        return words;
    }

    /// A duration before now, a date, a date and time, or one with offset.
    ///
    /// @throws Refusal if it is none of these, or has not come yet
    static Instant since(String text, World world) {
        Instant now = world.clock().instant();
        Instant since = moment(text, world, now);
        if (since.isAfter(now)) {
            throw Refusal.mistake("\"" + text + "\" for --since has not come yet",
                    "it is " + Prose.time(now, world.zone()) + " now; \"supertask next\" tells what is to come");
        }
        return since;
    }

    private static Instant moment(String text, World world, Instant now) {
        try {
            return Moments.parse(text, world.zone());
        } catch (DateTimeException noMoment) {
            return now.minus(duration(text));
        }
    }

    private static Duration duration(String text) {
        try {
            return DurationText.parse(text);
        } catch (ScheduleSyntaxException e) {
            throw Refusal.mistake("\"" + text + "\" is no time for --since",
                    "write one such as 2h, 1d, 2026-11-24 or 2026-11-24T03:00:00+01:00");
        }
    }
}
