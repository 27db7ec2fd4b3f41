package dev.supertask.keeper;

import static java.nio.file.StandardOpenOption.READ;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/// What a journal says, as of one moment. Whoever reads it needs no keeper, and disturbs none.
public final class Ledger {

    /// What is known of an attempt.
    ///
    /// @param trace the last news of it
    /// @param keeper who was its parent
    /// @param start how it was started; null where nobody wrote that down (yet)
    public record Line(Trace trace, Incarnation keeper, Trace.@Nullable Running start) {

        /// What is known after one more piece of news.
        ///
        /// @param earlier what was known before, or null
        public static Line after(@Nullable Line earlier, Trace trace, Incarnation keeper) {
            return new Line(trace, keeper,
                    trace instanceof Trace.Running start ? start : earlier == null ? null : earlier.start);
        }

        /// Whether it has no end and never will have one here: its keeper is dead.
        public boolean isOrphaned() {
            return !trace.isEnd() && !keeper.alive();
        }

        /// What is left of it; nothing of one from before the machine was restarted.
        public Survivors survivors(String run) {
            return Survivors.of(run, this);
        }
    }

    private final Map<AttemptId, Line> lines = new LinkedHashMap<>();
    private @Nullable Incarnation keeper;
    private boolean keeperLives;
    private final Map<String, Incarnation> lastOfBoot = new HashMap<>();
    private final Set<Incarnation> left = new HashSet<>();

    private Ledger() {}

    /// A ledger in which nothing is written.
    public static Ledger empty() {
        return new Ledger();
    }

    /// Reads a journal; an empty ledger where there is none.
    ///
    /// @throws IOException when it cannot be read or is no journal that this version understands
    public static Ledger read(Path journal) throws IOException {
        Ledger ledger = readOnce(journal);
        while (!ledger.keeperLives) {
            // What it wrote between the reading and its death is not in there.
            Ledger again = readOnce(journal);
            if (Objects.equals(again.keeper, ledger.keeper)) {
                return again;
            }
            ledger = again;
        }
        return ledger;
    }

    private static Ledger readOnce(Path journal) throws IOException {
        Ledger ledger = new Ledger();
        if (Files.exists(journal)) {
            try (FileChannel channel = FileChannel.open(journal, READ)) {
                JournalFile.read(journal, channel, ledger::add);
            }
        }
        ledger.keeperLives = ledger.keeper != null && ledger.keeper.alive();
        return ledger;
    }

    /// The keeper that wrote last, dead or alive.
    public Optional<Incarnation> keeper() {
        return Optional.ofNullable(keeper);
    }

    /// Whether that keeper still ran right after the journal was read. Where it did not, nothing was written
    /// after the reading.
    public boolean keeperLives() {
        return keeperLives;
    }

    /// Whether all is in here that was ever started on a boot of the machine: the last keeper there left in good
    /// order, and did not die with the machine.
    public boolean isComplete(String bootId) {
        Incarnation last = lastOfBoot.get(bootId);
        return last != null && left.contains(last);
    }

    /// The last news of the first step of an attempt.
    public Trace trace(String run, int attempt) {
        return trace(new AttemptId(run, attempt));
    }

    /// The last news of a step of an attempt.
    public Trace trace(AttemptId step) {
        return line(step).map(Line::trace).orElseGet(Trace.Unknown::new);
    }

    /// What is known of the first step of an attempt; empty where nothing is.
    public Optional<Line> line(String run, int attempt) {
        return line(new AttemptId(run, attempt));
    }

    /// What is known of a step of an attempt; empty where nothing is.
    public Optional<Line> line(AttemptId step) {
        return Optional.ofNullable(lines.get(step));
    }

    /// Whether a step belongs to the keeper that [lived][#keeperLives], which will tell what becomes of it, or has
    /// written that down.
    public boolean isOfLivingKeeper(AttemptId step) {
        return keeperLives && line(step).filter(line -> line.keeper.equals(keeper)).isPresent();
    }

    /// Whether a step belongs to the last keeper of its boot of the machine.
    public boolean isOfLastKeeper(AttemptId step) {
        return line(step).filter(line -> line.keeper.equals(lastOfBoot.get(line.keeper.bootId()))).isPresent();
    }

    /// All attempts in it, in the order in which they were asked for.
    public Map<AttemptId, Line> lines() {
        return Collections.unmodifiableMap(lines);
    }

    private void add(JournalRecord entry) {
        switch (entry) {
            case JournalRecord.Incarnated(_, Incarnation incarnation) -> {
                keeper = incarnation;
                lastOfBoot.put(incarnation.bootId(), incarnation);
            }
            case JournalRecord.Left _ -> {
                if (keeper != null) {
                    left.add(keeper);
                }
            }
            case JournalRecord.Traced(_, AttemptId attempt, Trace trace) -> {
                // Without somebody who wrote it there is no journal.
                Incarnation writer = keeper == null ? new Incarnation(0, 0, "") : keeper;
                lines.put(attempt, Line.after(lines.get(attempt), trace, writer));
            }
            case JournalRecord.Compacted _,JournalRecord.Foreign _ -> {
                // Says nothing of attempts.
            }
        }
    }
}
