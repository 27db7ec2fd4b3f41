package dev.supertask.timetable;

import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/// What `${NAME}` is taken from: Supertask's own environment, which wins, then the `.env` beside the text, then
/// those of the texts that include it. A `.env` is read only for a name that is not set: many folders have one
/// for other programs.
final class Variables {
    private final Map<String, String> environment;
    private final @Nullable Supplier<Map<String, String>> beside;
    private final @Nullable Variables outer;
    private @Nullable Map<String, String> read;

    private Variables(Map<String, String> environment, @Nullable Supplier<Map<String, String>> beside,
            @Nullable Variables outer) {
        this.environment = environment;
        this.beside = beside;
        this.outer = outer;
    }

    /// Supertask's own environment alone.
    static Variables of(Map<String, String> environment) {
        return new Variables(environment, null, null);
    }

    /// Those of a text that nothing includes.
    ///
    /// @param beside reads the `.env` beside it
    static Variables of(Map<String, String> environment, Supplier<Map<String, String>> beside) {
        return new Variables(environment, beside, null);
    }

    /// Those of a text that the text of these ones includes.
    Variables within(Supplier<Map<String, String>> besideIt) {
        return new Variables(environment, besideIt, this);
    }

    @Nullable
    String get(String name) {
        String value = environment.get(name);
        if (value == null) {
            value = beside().get(name);
        }
        return value != null || outer == null ? value : outer.get(name);
    }

    /// All that are set, for hints.
    Set<String> names() {
        Set<String> names = new HashSet<>(environment.keySet());
        names.addAll(beside().keySet());
        if (outer != null) {
            names.addAll(outer.names());
        }
        return names;
    }

    /// Whether a `.env` beside the text is asked as well.
    boolean asksFiles() {
        return beside != null;
    }

    private Map<String, String> beside() {
        Map<String, String> known = beside == null ? Map.of() : read;
        if (known == null) {
            known = Objects.requireNonNull(beside).get();
            read = known;
        }
        return known;
    }
}
