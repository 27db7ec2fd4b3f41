package dev.supertask.cli;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import dev.supertask.operations.Desk;
import dev.supertask.operations.JobView;
import dev.supertask.operations.ListJobs;
import dev.supertask.problem.Problem;
import dev.supertask.run.Run;
import dev.supertask.scheduler.Events;
import dev.supertask.scheduler.SchedulerLoop.Farewell;
import dev.supertask.store.Applied;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Help.Ansi;

/// What a scheduler in the foreground tells: on standard error what happens, a line each, so that it is its
/// log; on standard output, if wanted, what the jobs write.
final class Console implements Events, AutoCloseable {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    private final SupertaskCommand root;
    private final World world;
    private final @Nullable FollowedOutput followed;
    private final ElapsedLine elapsed;
    private final MissedTogether missed = new MissedTogether();
    private final List<JobView> jobs = new ArrayList<>();

    Console(SupertaskCommand root, boolean followOutput) {
        this.root = root;
        this.world = root.world();
        this.followed = followOutput ? new FollowedOutput(root.out(), root.ansi()) : null;
        this.elapsed = ElapsedLine.of(root, world);
    }

    void problem(Problem problem) {
        root.err().println(Prose.problem(problem));
    }

    void applied(JobsToRun text, Applied applied) {
        if (root.quiet() || applied.nothing() || (applied.changed().isEmpty() && applied.retired().isEmpty())) {
            return;
        }
        say("applied " + text.source() + ": " + applied.added().size() + " new, " + applied.changed().size()
                + " changed, " + applied.retired().size() + " retired, " + applied.unchanged() + " as they were");
    }

    void overview(Desk desk, boolean inMemory) {
        List<JobView> known = ListJobs.asRecorded(desk);
        jobs.addAll(known);
        if (!root.quiet()) {
            new Overview(root.err(), root.ansiOfMessages(), world).print(desk, known, inMemory);
        }
    }

    /// Nobody needs to be told how long one of many runs has been going on.
    private boolean onlyOneOnce() {
        return jobs.size() == 1 && jobs.getFirst().row().schedules().equals(List.of("once"));
    }

    void noReload() {
        say("SIGHUP: this version does not reload a timetable while it runs · start it again to apply a change");
    }

    void ending(Interrupts.Kind kind, boolean again, Farewell farewell) {
        if (root.quiet()) {
            return;
        }
        String runs = farewell.detach()
                ? "what runs goes on without this process"
                : "what runs may go on for " + Prose.duration(farewell.grace());
        say(again
                ? kind.word() + " again: ending what still runs at once"
                : kind.word() + ": nothing new is started; " + runs
                        + (farewell.detach() ? "" : " (once more: end it at once)"));
    }

    @Override
    public void started(Run run) {
        if (onlyOneOnce()) {
            elapsed.began(world.clock().instant());
        }
        if (!root.quiet()) {
            say(run.job() + " started, run " + run.id());
        }
    }

    @Override
    public void ended(Run run) {
        elapsed.ended();
        if (followed != null) {
            followed.end(run);
        }
        boolean bad = run.state().unsuccessful();
        if (root.quiet() && !bad) {
            return;
        }
        String took = run.duration().map(duration -> " after " + Prose.duration(duration)).orElse("");
        String reason = run.reason() == null ? "" : ": " + run.reason();
        String more = bad && run.startedAt() != null ? " · supertask logs " + run.id() : "";
        say(run.job() + " " + Paint.state(root.ansiOfMessages(), run.state()) + took + reason + more);
    }

    @Override
    public void never(Run run) {
        if (missed.takes(run)) {
            return;
        }
        Instant slot = run.scheduledAt();
        String which = slot == null ? "" : " the occurrence of " + Prose.time(slot, world.zone());
        say(run.job() + " " + Paint.state(root.ansiOfMessages(), run.state()) + which
                + (run.reason() == null ? "" : ": " + run.reason()));
        missed.begin(run);
    }

    @Override
    public void again(Run run) {
        say(run.job() + " will be tried again, run " + run.id() + (run.reason() == null ? "" : ": " + run.reason()));
    }

    /// The wall clock was set, or the machine slept.
    void jumped(Duration jump) {
        say(jump.isNegative()
                ? "the clock was set back by " + Prose.duration(jump.negated()) + ": nothing runs twice for it"
                : "the clock jumped ahead by " + Prose.duration(jump)
                        + ", or the machine slept: what was due meanwhile is caught up");
    }

    @Override
    public void wrote(Run run, ByteBuffer output) {
        if (followed != null) {
            elapsed.around(() -> followed.wrote(run, output));
        }
    }

    synchronized void say(String what) {
        String others = missed.end(world.zone());
        Ansi ansi = root.ansiOfMessages();
        String time = Paint.text(ansi, TIME.format(world.clock().instant().atZone(world.zone())), Ansi.Style.faint);
        elapsed.around(() -> Stream.of(Optional.ofNullable(others), Optional.of(what)).flatMap(Optional::stream)
                .forEach(line -> root.err().println(time + " " + line)));
    }

    @Override
    public void close() {
        elapsed.close();
    }
}
