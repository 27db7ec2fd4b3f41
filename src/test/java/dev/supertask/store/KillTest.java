package dev.supertask.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import dev.supertask.run.RunId;
import dev.supertask.run.RunState;
import dev.supertask.testkit.ChildJvm;
import dev.supertask.testkit.TempStore;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KillTest {
    @TempDir
    Path temporary;

    @Test
    void whatWasAcknowledgedIsThereAfterKill9() throws IOException {
        killAgainAndAgain(2, 600);
    }

    @Test
    @Tag("full")
    void whatWasAcknowledgedIsThereAfterManyKills() throws IOException {
        killAgainAndAgain(40, 1500);
    }

    private void killAgainAndAgain(int rounds, int lines) throws IOException {
        NamespaceFolder folder = TempStore.folder(temporary).namespace("ops");
        folder.create();
        Set<String> claimed = new HashSet<>();
        Set<String> ended = new HashSet<>();
        for (int round = 0; round < rounds; round++) {
            try (ChildJvm child = ChildJvm.start(ClaimingChild.class, folder.path().toString(),
                    Integer.toString(round))) {
                assertEquals("held", child.line());
                for (int i = 0; i < lines * (round + 1) / rounds; i++) {
                    remember(Objects.requireNonNull(child.line()), claimed, ended);
                }
                child.kill();
                child.rest().forEach(line -> remember(line, claimed, ended));
            }
            check(folder, claimed, ended);
        }
    }

    /// The last line may be cut short; then it was not told in full, and says nothing.
    private static void remember(String line, Set<String> claimed, Set<String> ended) {
        String[] words = line.split(" ", 2);
        if (words.length == 2 && RunId.isValid(words[1])) {
            (words[0].equals("ended") ? ended : claimed).add(words[1]);
        }
    }

    private static void check(NamespaceFolder folder, Set<String> claimed, Set<String> ended) {
        try (OwnerLock lock = folder.tryTake(TempStore.owner(Owner.Kind.VISITOR)).orElseThrow();
                NamespaceStore store = NamespaceStore.open(folder, lock, ProcessIdentity.current(), false)) {
            assertTrue(folder.owner().isPresent(), lock::toString);
            Set<String> there = ids(store, Set.of());
            assertTrue(there.containsAll(claimed), () -> "lost claims: " + without(claimed, there));
            Set<String> over = ids(store, Set.of(RunState.SUCCEEDED));
            assertTrue(over.containsAll(ended), () -> "lost ends: " + without(ended, over));
            assertEquals(there.size(), over.size() + store.openRuns().size(), "by table and by index");
            assertTrue(store.openRuns().stream().noneMatch(run -> run.runner().alive()));
            Instant planned = store.jobs().getFirst().plan().plannedThrough();
            assertTrue(store.runs(RunFilter.ofJob("busy", 1)).stream()
                    .allMatch(run -> planned.equals(run.scheduledAt())), "a claim and its plan are one commit");
        }
    }

    private static Set<String> ids(NamespaceStore store, Set<RunState> states) {
        return store.runs(new RunFilter(List.of(), states, null, Integer.MAX_VALUE)).stream()
                .map(run -> run.id().text()).collect(Collectors.toSet());
    }

    private static Set<String> without(Set<String> all, Set<String> some) {
        Set<String> left = new HashSet<>(all);
        left.removeAll(some);
        return left;
    }
}
