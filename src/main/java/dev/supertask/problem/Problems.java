package dev.supertask.problem;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/// Collects everything that is wrong with a text, so that all of it is told at once.
public final class Problems {
    private static final Comparator<Problem> READING_ORDER = Comparator.comparing(Problem::position,
            Comparator
                    .nullsFirst(Comparator.comparingInt(Position::line).thenComparingInt(Position::column)));

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

    /// What was found, in reading order.
    public List<Problem> inReadingOrder() {
        return found.stream().sorted(READING_ORDER).toList();
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
