package dev.supertask.operations;

import java.util.Optional;
import java.util.stream.Collectors;

import dev.supertask.job.Job;
import dev.supertask.job.Upstream;

/// Tells after which other jobs a job runs.
final class WhyAfter {
    private WhyAfter() {}

    /// Empty for a job that comes after none.
    static Optional<String> sentence(Job job) {
        return job.after().isEmpty()
                ? Optional.empty()
                : Optional.of("it runs once the runs of these jobs for one occurrence are over: "
                        + job.after().stream().map(WhyAfter::words).collect(Collectors.joining(", ")));
    }

    private static String words(Upstream upstream) {
        return "\"" + upstream.job() + "\" " + switch (upstream.on()) {
            case SUCCESS -> "(if it succeeded)";
            case FAILURE -> "(if it failed)";
            case ALWAYS -> "(however it ended)";
        };
    }
}
