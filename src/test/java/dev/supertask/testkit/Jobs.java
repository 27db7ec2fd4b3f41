package dev.supertask.testkit;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import dev.supertask.job.CatchUp;
import dev.supertask.job.Delivery;
import dev.supertask.job.Job;
import dev.supertask.job.Payload;
import dev.supertask.job.Place;
import dev.supertask.job.Policies;
import dev.supertask.job.Step;
import dev.supertask.job.Upstream;
import dev.supertask.schedule.Dst;
import dev.supertask.schedule.Schedule;
import dev.supertask.schedule.ScheduleText;

/// Makes jobs for tests: `Jobs.named("backup").when("0 3 * * *").build()`. What a test does not say is: once, UTC,
/// enabled, the shell text `true`, the default policies.
public final class Jobs {
    private static final Place HERE = new Place.ThisMachine(Path.of("/"), Map.of());

    private final String name;
    private List<Schedule> schedules = List.of(ScheduleText.parse("once").schedule());
    private List<Upstream> after = List.of();
    private ZoneId zone = ZoneId.of("UTC");
    private boolean enabled = true;
    private List<Step> steps = List.of(new Step(new Payload.Shell("true"), HERE));
    private Policies policies = Policies.DEFAULT;

    private Jobs(String name) {
        this.name = name;
    }

    /// A job of that name.
    public static Jobs named(String name) {
        return new Jobs(name);
    }

    /// Its schedules, as in a timetable.
    public Jobs when(String... texts) {
        schedules = Stream.of(texts).map(text -> ScheduleText.parse(text).schedule()).toList();
        return this;
    }

    /// Its time zone.
    public Jobs zone(String id) {
        zone = ZoneId.of(id);
        return this;
    }

    /// A job that does not run.
    public Jobs disabled() {
        enabled = false;
        return this;
    }

    /// What it runs.
    public Jobs shell(String text) {
        steps = List.of(new Step(new Payload.Shell(text), HERE));
        return this;
    }

    /// Another step, each with a condition and a name: `step("if: failure", "mail")`, `step("", "fetch")`; the name is
    /// what it runs, too.
    public Jobs step(String condition, String step) {
        Step.Condition when = Stream.of(Step.Condition.values()).filter(it -> condition.equals("if: " + it.word()))
                .findFirst().orElse(Step.Condition.SUCCESS);
        Step next = new Step(step, when, new Payload.Shell(step), null, HERE);
        steps = Stream.concat(steps.stream().filter(before -> !before.name().isEmpty()), Stream.of(next)).toList();
        return this;
    }

    /// How long a run may take.
    public Jobs timeout(Duration timeout) {
        policies = policies.withTimeout(timeout);
        return this;
    }

    /// What becomes of what was missed.
    public Jobs catchUp(CatchUp.Mode mode, Duration window) {
        policies = policies.withCatchUp(new CatchUp(mode, window));
        return this;
    }

    /// What becomes of a run that nobody knows the end of.
    public Jobs delivery(Delivery delivery) {
        policies = policies.withDelivery(delivery);
        return this;
    }

    /// What becomes of times that a change of the clocks skips or repeats.
    public Jobs dst(Dst dst) {
        policies = policies.withDst(dst);
        return this;
    }

    /// Other policies: `policies(it -> it.withTimeout(…))`.
    public Jobs policies(UnaryOperator<Policies> change) {
        policies = change.apply(policies);
        return this;
    }

    /// It runs after the success of another job's runs; of its schedules, none is left.
    public Jobs after(String job) {
        return after(new Upstream(job, Upstream.On.SUCCESS));
    }

    /// It runs after other jobs' runs; of its schedules, none is left.
    public Jobs after(Upstream... upstream) {
        after = List.of(upstream);
        schedules = List.of();
        return this;
    }

    /// The job.
    public Job build() {
        return new Job(name, "", "", List.of(), schedules, after, zone, enabled, steps, policies);
    }
}
