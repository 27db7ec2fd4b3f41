package dev.supertask.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicReference;

import dev.supertask.job.Job;
import dev.supertask.job.Namespace;
import dev.supertask.job.Step;
import dev.supertask.launch.Command;
import dev.supertask.launch.Commands;
import dev.supertask.launch.Foreground;
import dev.supertask.launch.Launch;
import dev.supertask.launch.RunFacts;
import dev.supertask.launch.StepVariables;
import dev.supertask.launch.UnlaunchableException;
import dev.supertask.run.Outcome;
import dev.supertask.run.Outputs;
import dev.supertask.run.RunId;
import dev.supertask.run.RunState;
import dev.supertask.run.Trigger;
import dev.supertask.socket.Door;
import dev.supertask.store.NamespaceFolder;
import dev.supertask.store.OutputFiles;
import dev.supertask.store.StoreFolder;
import dev.supertask.timetable.JobText;
import dev.supertask.wire.OutcomeJson;
import dev.supertask.wire.Question;
import dev.supertask.wire.RunDetailJson;
import org.jspecify.annotations.Nullable;

/// Runs an inline command now, in the foreground, as if it had been typed without us: its input, output and
/// exit code are this process's. Its run is recorded around it, through whoever holds the namespace.
final class InlineOnce {
    private static final int MOST_TOLD = 10;

    private final SupertaskCommand root;
    private final World world;
    private final Namespaces namespaces;
    private final AtomicReference<Interrupts.@Nullable Kind> interrupt = new AtomicReference<>();

    InlineOnce(SupertaskCommand root, Namespaces namespaces) {
        this.root = root;
        this.world = root.world();
        this.namespaces = namespaces;
    }

    /// Runs it and waits.
    ///
    /// @return the command's own exit code; 130 or 143 where a signal to us ended it
    int run(Inline inline) {
        Namespace namespace = namespaces.ofInline(inline.text());
        StoreFolder store = root.store();
        Door door = root.door(store);
        NamespaceFolder folder = store.namespace(namespace.id());
        folder.create();
        RunId id = RunId.create(world.clock().instant(), new SplittableRandom());
        RunDetailJson begun = door.ask(folder, new Question.BeginInline(id.text(), JobText.write(inline.job()), "",
                namespace.origin(), door.machine().process())).getFirst();
        Outcome outcome = OutputFiles.explained(attempt(inline.job(), folder, id, begun), folder.output(id, 1, 1));
        tellMistakes(OutputFiles.readEnded(folder, id, 1, 1));
        door.ask(folder, new Question.EndInline(id.text(), OutcomeJson.of(outcome), now()));
        return exitStatus(outcome);
    }

    /// What it gave out can be wrong without the command being wrong.
    private void tellMistakes(Outputs outputs) {
        outputs.mistakes().stream().limit(MOST_TOLD).forEach(mistake -> root.tell("SUPERTASK_OUTPUT: " + mistake));
    }

    private Outcome attempt(Job job, NamespaceFolder folder, RunId id, RunDetailJson begun) {
        OffsetDateTime slot = begun.run().scheduledAt();
        RunFacts facts = new RunFacts(folder.id(), job.name(), id, 1, Trigger.SCHEDULE,
                slot == null ? null : slot.toInstant(), job.zone(), null);
        try {
            Step step = job.steps().getFirst();
            Command command = Commands.of(step, world.environment(), facts)
                    .with(new StepVariables(step, folder.output(id, 1, 1), folder.progress(id, 1))
                            .drivers(folder.path()).all());
            Launch launch = new Launch(id, 1, command, Path.of(begun.log()));
            return foreground(launch);
        } catch (UnlaunchableException e) {
            return e.outcome();
        }
    }

    private Outcome foreground(Launch launch) {
        try (ElapsedLine elapsed = ElapsedLine.of(root, world)) {
            Foreground foreground = new Foreground(launch, elapsed, world.clock(), elapsed);
            try (Interrupts _ = Interrupts.catching(kind -> {
                interrupt.set(kind);
                foreground.signal(kind.number());
            })) {
                return unlessInterrupted(foreground.run());
            }
        }
    }

    /// A command that took our signal and ended as it liked has ended by itself.
    private Outcome unlessInterrupted(Outcome outcome) {
        Interrupts.Kind kind = interrupt.get();
        Integer code = outcome.exitCode();
        if (kind == null || code == null || code != 128 + kind.number()) {
            return outcome;
        }
        return new Outcome.Ended(new Outcome.Ending(RunState.STOPPED, "ended by " + kind.word()), outcome);
    }

    private int exitStatus(Outcome outcome) {
        if (outcome instanceof Outcome.NotStarted(int _, String why)) {
            root.err().println("supertask: " + why);
        }
        Interrupts.Kind kind = interrupt.get();
        if (outcome instanceof Outcome.Ended && kind != null) {
            return kind.exitCode().status();
        }
        Integer code = outcome.exitCode();
        return code == null ? 1 : code;
    }

    private Instant now() {
        return Instant.ofEpochMilli(world.clock().millis());
    }
}
