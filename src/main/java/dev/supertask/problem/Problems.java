package dev.supertask.problem;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/// Collects everything that is wrong with a text, so that all of it is told at once.
public final class Problems {
    private final Set<Problem> found = new LinkedHashSet<>();

    /// Adds a mistake at a place.
    public void mistake(Position at, String message, @Nullable String remedy) {
        add(Problem.at(at, message, remedy));
    }

    /// Adds something that is allowed and probably not meant.
    public void warning(Warning warning, Position at, String message, @Nullable String remedy) {
        add(Problem.warning(warning, at, message, remedy));
    }

    /// Adds a problem; the same one twice counts once.
    public void add(Problem problem) {
        found.add(problem);
    }

    /// Whether anything was found for which the text is refused.
    public boolean refuse() {
        return found.stream().anyMatch(p -> p.severity() == Problem.Severity.ERROR);
    }

    /// What was found, in reading order: first what stands in no text, then text after text, in the order in
    /// which something was first found in them.
    public List<Problem> inReadingOrder() {
        Map<String, Integer> texts = new HashMap<>();
        found.stream().map(Problem::position).filter(Objects::nonNull)
                .forEach(at -> texts.putIfAbsent(at.source(), texts.size()));
        Comparator<Position> places = Comparator.comparingInt((Position at) -> texts.getOrDefault(at.source(), 0))
                .thenComparingInt(Position::line).thenComparingInt(Position::column);
        return found.stream().sorted(Comparator.comparing(Problem::position, Comparator.nullsFirst(places))).toList();
    }

    /// Ends the reading if there was a mistake.
    ///
    /// @throws Refusal with everything that was found, warnings included
    public void throwIfRefused() {
        if (refuse()) {
            throw new Refusal(ExitCode.MISTAKE, inReadingOrder());
        }
    }
}
