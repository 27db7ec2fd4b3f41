package dev.supertask.job;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

/// One thing to launch; a job has one or more, in order.
///
/// @param name what people call it, unique in its job also as a [#variable]; empty for the only step of a job
/// @param condition whether it is launched after what came before it
/// @param payload what
/// @param stdin what it reads from its standard input, or null for nothing
/// @param place where
public record Step(String name, Condition condition, Payload payload, @Nullable String stdin, Place place) {

    /// When a step is launched, given how the steps before it ended.
    public enum Condition {
        /// None of them failed.
        SUCCESS("success"),
        /// One of them failed.
        FAILURE("failure"),
        /// However they ended.
        ALWAYS("always"),
        /// Not at all.
        NEVER("false");

        private final String word;

        Condition(String word) {
            this.word = word;
        }

        /// The word for it in timetables.
        public String word() {
            return word;
        }
    }

    /// The only step of a job, which reads nothing.
    public Step(Payload payload, Place place) {
        this("", Condition.SUCCESS, payload, null, place);
    }

    /// A name as it stands in the names of variables: upper case, `_` for all that is no letter or digit of ASCII.
    public static String variable(String name) {
        return name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
    }

    /// The same elsewhere.
    public Step withPlace(Place newPlace) {
        return new Step(name, condition, payload, stdin, newPlace);
    }
}
