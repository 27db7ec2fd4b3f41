package dev.supertask.cli;

import dev.supertask.problem.Refusal;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;

/// `--limit`: how many at most.
final class LimitOption {
    @Option(names = "--limit", paramLabel = "N", description = "At most so many.")
    private @Nullable Integer limit;

    /// The number that was asked for, else the given one.
    int or(int byDefault) {
        return checked(limit, byDefault);
    }

    /// The same for a command that describes the option in its own words.
    static int checked(@Nullable Integer limit, int byDefault) {
        if (limit == null) {
            return byDefault;
        }
        if (limit < 0) {
            throw Refusal.mistake("a limit of " + limit + " is under 0", "leave --limit out to see more");
        }
        return limit;
    }
}
