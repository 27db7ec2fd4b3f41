package dev.supertask.socket;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

import dev.supertask.operations.Desk;
import dev.supertask.problem.Refusal;
import dev.supertask.scheduler.Nap;
import dev.supertask.store.NamespaceFolder;
import dev.supertask.store.NamespaceStore;
import dev.supertask.store.Owner;
import dev.supertask.store.OwnerLock;
import dev.supertask.wire.Question;

/// The way to a namespace, whoever holds it: asks its scheduler, waits for a visitor to leave, or visits.
///
/// @param machine who asks
/// @param sockets where schedulers listen
/// @param inMemory whether databases are kept in memory
public record Door(Machine machine, SocketFolder sockets, boolean inMemory) {
    /// A visitor is gone within this time.
    private static final Duration FOR_A_VISITOR = Duration.ofSeconds(5);
    /// A scheduler that has taken its namespace answers within this time.
    private static final Duration FOR_A_SCHEDULER = Duration.ofSeconds(10);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(10);

    /// Asks a question about a namespace.
    ///
    /// @throws Refusal if the answer is a refusal, or whoever holds the namespace does not let go in time
    public <A> List<A> ask(NamespaceFolder folder, Question<A> question) {
        Instant start = machine.clock().instant();
        Nap nap = new Nap();
        while (true) {
            Optional<OwnerLock> lock = folder.tryTake(me(Owner.Kind.VISITOR, ""));
            if (lock.isPresent()) {
                return visit(folder, lock.get(), question);
            }
            Optional<Owner> owner = folder.owner();
            boolean scheduler = owner.filter(Door::isScheduler).isPresent();
            Duration left = Duration.between(machine.clock().instant(),
                    start.plus(scheduler ? FOR_A_SCHEDULER : FOR_A_VISITOR));
            if (!Files.isDirectory(folder.path())) {
                throw Refusal.failed(name(folder) + "is not there", "supertask list-namespaces tells which are");
            }
            if (!left.isPositive()) {
                throw scheduler ? silent(folder, owner.orElseThrow()) : busy(folder, owner);
            }
            if (scheduler) {
                try {
                    return SocketClient.ask(Path.of(owner.orElseThrow().socket()), question, left);
                } catch (IOException e) {
                    // It is only starting, or just ending: look again.
                    System.getLogger(Door.class.getName()).log(System.Logger.Level.DEBUG, "no answer yet", e);
                } catch (IllegalArgumentException e) {
                    throw Refusal.failed("the scheduler of " + name(folder) + "is not understood: " + e.getMessage(),
                            "ask with the supertask that runs it");
                }
            }
            nap.take(BETWEEN_LOOKS);
        }
    }

    private <A> List<A> visit(NamespaceFolder folder, OwnerLock lock, Question<A> question) {
        try (lock; NamespaceStore store = NamespaceStore.open(folder, lock, machine.process(), inMemory)) {
            return question.answer(desk(store, false));
        }
    }

    /// Takes a namespace for a scheduler of this process.
    ///
    /// @throws Refusal if another scheduler runs it
    public OwnerLock takeForScheduler(NamespaceFolder folder) {
        Instant limit = machine.clock().instant().plus(FOR_A_VISITOR);
        Nap nap = new Nap();
        while (true) {
            Optional<OwnerLock> lock = folder.tryTake(me(Owner.Kind.SCHEDULER, socket(folder).toString()));
            if (lock.isPresent()) {
                return lock.get();
            }
            Optional<Owner> owner = folder.owner();
            if (owner.filter(Door::isScheduler).isPresent() || machine.clock().instant().isAfter(limit)) {
                throw busy(folder, owner);
            }
            nap.take(BETWEEN_LOOKS);
        }
    }

    /// Where the scheduler of a namespace listens.
    public Path socket(NamespaceFolder folder) {
        return sockets.socket(folder.path());
    }

    /// What operations work with in a scheduler that has opened a namespace's database.
    public Desk desk(NamespaceStore store) {
        return desk(store, true);
    }

    private Desk desk(NamespaceStore store, boolean scheduled) {
        return new Desk(store, machine.clock(), machine.host(), scheduled, machine.zone());
    }

    private static boolean isScheduler(Owner owner) {
        return owner.kind() == Owner.Kind.SCHEDULER;
    }

    private Refusal busy(NamespaceFolder folder, Optional<Owner> owner) {
        return owner.map(it -> isScheduler(it)
                ? Refusal.failed(name(folder) + "is being run already" + who(it),
                        "stop that one first, or use another --ns")
                : Refusal.failed(name(folder) + "is in use" + who(it), "try again in a moment"))
                .orElseGet(() -> Refusal.failed(name(folder) + "is held by a process that does not say who it is",
                        "look for who has " + folder.path().resolve("owner.lock") + " open"));
    }

    private Refusal silent(NamespaceFolder folder, Owner scheduler) {
        return Refusal.failed(name(folder) + "is being run" + who(scheduler) + ", which does not answer",
                "try again in a moment, or end that process");
    }

    private String who(Owner owner) {
        return " by process " + owner.process().pid() + " on " + owner.host() + " since "
                + owner.since().atZone(machine.zone()).toOffsetDateTime().truncatedTo(ChronoUnit.SECONDS);
    }

    private static String name(NamespaceFolder folder) {
        return "namespace \"" + folder.id() + "\" ";
    }

    private Owner me(Owner.Kind kind, String socket) {
        return new Owner(kind, machine.process(), machine.host(), machine.clock().instant().truncatedTo(
                ChronoUnit.MILLIS), socket);
    }
}
