package dev.supertask.run;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import dev.supertask.job.Step;
import org.jspecify.annotations.Nullable;

/// What an attempt has left of its job's steps.
///
/// @param steps the steps of the version of the job that runs, in order
/// @param done how those ended that were launched, in order
public record StepPlan(List<Step> steps, List<StepResult> done) {

    /// A step that is passed over.
    ///
    /// @param number its number, from 1
    /// @param step itself
    /// @param why what a person should know
    public record Skip(int number, Step step, String why) {}

    /// Copies the lists.
    public StepPlan {
        steps = List.copyOf(steps);
        done = List.copyOf(done);
    }

    /// The same with one more step done.
    public StepPlan with(StepResult result) {
        return new StepPlan(steps, Stream.concat(done.stream(), Stream.of(result)).toList());
    }

    /// Whether its job has only one step, of which nothing is told apart from the run.
    public boolean isOfOne() {
        return steps.size() == 1 && steps.getFirst().name().isEmpty();
    }

    /// The number of the step that is launched next, from 1; empty when none is.
    public Optional<Integer> next() {
        if (!done.isEmpty() && !done.getLast().mayBeFollowed()) {
            return Optional.empty();
        }
        for (int number = last() + 1; number <= steps.size(); number++) {
            if (whyNot(steps.get(number - 1)) == null) {
                return Optional.of(number);
            }
        }
        return Optional.empty();
    }

    /// A step by its number.
    public Step step(int number) {
        return steps.get(number - 1);
    }

    /// The steps that are passed over right before the [next][#next] one, or before the end.
    public List<Skip> skips() {
        List<Skip> skips = new ArrayList<>();
        for (int number = last() + 1; number < next().orElse(steps.size() + 1); number++) {
            skips.add(new Skip(number, step(number), whyPassedOver(number)));
        }
        return skips;
    }

    /// How a step ended; empty where it was not launched or has not ended.
    public Optional<StepResult> result(int number) {
        return done.stream().filter(result -> result.step() == number).findFirst();
    }

    /// Why a step was not launched that was passed over.
    public String whyPassedOver(int number) {
        StepPlan before = new StepPlan(steps, done.stream().filter(result -> result.step() < number).toList());
        return Objects.requireNonNullElse(before.whyNot(step(number)), "the run ended before it");
    }

    /// The first step that did not end as it should: the run ends as it did.
    public Optional<StepResult> failure() {
        return done.stream().filter(result -> !result.succeeded()).findFirst();
    }

    /// What all of them took together; null where that is not known of each.
    public @Nullable Usage usage() {
        Duration cpu = Duration.ZERO;
        long peak = 0;
        for (StepResult result : done) {
            Usage usage = result.usage();
            if (usage == null) {
                return null;
            }
            cpu = cpu.plus(usage.cpu());
            peak = Math.max(peak, usage.peakKib());
        }
        return done.isEmpty() ? null : new Usage(cpu, peak);
    }

    private int last() {
        return done.isEmpty() ? 0 : done.getLast().step();
    }

    private @Nullable String whyNot(Step step) {
        boolean failed = failure().isPresent();
        return switch (step.condition()) {
            case SUCCESS -> failed ? "step \"" + failure().orElseThrow().name() + "\" failed" : null;
            case FAILURE -> failed ? null : "no step before it failed";
            case ALWAYS -> null;
            case NEVER -> "its timetable says \"if: false\"";
        };
    }
}
