package dev.supertask.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

import dev.supertask.problem.Refusal;
import dev.supertask.testkit.ChildJvm;
import dev.supertask.testkit.TempStore;
import dev.supertask.wire.JsonDocuments;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnerLockTest {
    private static final Owner ME = TempStore.owner(Owner.Kind.SCHEDULER);

    @TempDir
    Path temporary;
    private NamespaceFolder folder;

    @BeforeEach
    void makeTheFolder() {
        folder = TempStore.folder(temporary).namespace("ops");
        folder.create();
    }

    @Test
    void whoHasTheLockSaysSoUntilItGivesItBack() {
        try (OwnerLock lock = folder.tryTake(ME).orElseThrow()) {
            assertEquals(Optional.of(ME), folder.owner(), lock::toString);
        }
        assertEquals(Optional.empty(), folder.owner());
        assertFalse(Files.exists(folder.path().resolve("owner.json")));
    }

    @Test
    void nobodyElseInThisProcessGetsItUnderWhateverName() throws IOException {
        Path otherName = Files.createSymbolicLink(temporary.resolve("link"), folder.path());
        try (OwnerLock lock = folder.tryTake(ME).orElseThrow()) {
            assertEquals(Optional.empty(), folder.tryTake(ME), lock::toString);
            assertEquals(Optional.empty(), new NamespaceFolder(otherName, new JsonDocuments()).tryTake(ME));
            assertEquals(Optional.of(ME), folder.owner());
        }
        folder.tryTake(ME).orElseThrow().close();
    }

    @Test
    void anotherProcessHoldsItUntilItIsKilled() throws IOException {
        try (ChildJvm child = ChildJvm.start(ClaimingChild.class, folder.path().toString(), "0", "hold")) {
            assertEquals("held", child.line());
            assertEquals(Optional.empty(), folder.tryTake(ME));
            Owner owner = folder.owner().orElseThrow();
            assertEquals(child.pid(), owner.process().pid());
            assertTrue(owner.alive());

            child.kill();
            assertEquals(Optional.empty(), folder.owner(), "a dead process owns nothing");
            assertTrue(Files.exists(folder.path().resolve("owner.json")), "it had no time to take it away");
            try (OwnerLock lock = folder.tryTake(ME).orElseThrow()) {
                assertEquals(Optional.of(ME), folder.owner(), lock::toString);
            }
        }
    }

    @Test
    void aThirdProcessDoesNotGetWhatThisOneHolds() throws IOException {
        try (OwnerLock lock = folder.tryTake(ME).orElseThrow();
                ChildJvm child = ChildJvm.start(ClaimingChild.class, folder.path().toString(), "0", "hold")) {
            assertEquals(Optional.empty(), Optional.ofNullable(child.line()), lock::toString);
        }
    }

    @Test
    void theNoteOfADeadOrADifferentProcessIsNoOwner() throws IOException {
        ProcessIdentity now = ProcessIdentity.current();
        assertTrue(now.alive());
        for (ProcessIdentity gone : new ProcessIdentity[]{TempStore.DEAD,
                new ProcessIdentity(now.pid(), now.startTime() + 1, now.bootId()),
                new ProcessIdentity(now.pid(), now.startTime(), "another boot")}) {
            assertFalse(gone.alive(), gone::toString);
            note(new JsonDocuments().write(new Owner(Owner.Kind.SCHEDULER, gone, "box", Instant.EPOCH, "")));
            assertEquals(Optional.empty(), folder.owner());
            folder.tryTake(ME).orElseThrow().close();
        }
    }

    @Test
    void aDamagedNoteIsNoHindrance() throws IOException {
        for (String text : new String[]{"", "{", "null", "[]", "{\"kind\":\"KING\"}"}) {
            note(text);
            assertEquals(Optional.empty(), folder.owner());
            folder.tryTake(ME).orElseThrow().close();
        }
    }

    @Test
    void aNamespaceThatIsNotThereIsNotTaken() {
        assertEquals(Optional.empty(), TempStore.folder(temporary).namespace("none").tryTake(ME));
        assertFalse(Files.exists(temporary.resolve("none")));
    }

    @Test
    void aDamagedCardIsRefusedWithWhatToDo() throws IOException {
        Path card = folder.path().resolve("namespace.json");
        Files.writeString(card, "{");
        Refusal refusal = assertThrows(Refusal.class, folder::card);
        assertEquals("the file \"" + card + "\" is damaged · restore it, or delete it: the next run of the timetable"
                + " makes it anew", refusal.getMessage());
    }

    private void note(String text) throws IOException {
        Files.writeString(folder.path().resolve("owner.json"), text);
    }
}
