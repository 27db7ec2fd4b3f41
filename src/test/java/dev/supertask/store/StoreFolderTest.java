package dev.supertask.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

import dev.supertask.run.RunId;
import dev.supertask.testkit.TempStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreFolderTest {
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    @TempDir
    Path temporary;

    @Test
    void onlyTheOwnerCanReadAnythingOfIt() throws IOException {
        Path root = temporary.resolve("deep/store");
        try (TempStore temp = TempStore.in(root)) {
            temp.store().folder().writeCard(card("ops"));
            List<String> files = new ArrayList<>();
            try (var all = Files.walk(temporary.resolve("deep"))) {
                for (Path file : all.toList()) {
                    files.add(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)) + " "
                            + file.getFileName());
                }
            }
            assertEquals(List.of("rw------- namespace.json", "rw------- owner.json", "rw------- owner.lock",
                    "rw------- store.mv.db", "rwx------ deep", "rwx------ ops", "rwx------ store"),
                    files.stream().sorted().toList());
        }
    }

    @Test
    void aCardIsReadBackAndReplacedAsAWhole() throws IOException {
        NamespaceFolder folder = made("ops", 0);
        assertEquals(Optional.of(card("ops")), folder.card());
        folder.writeCard(card("ops"));
        try (var files = Files.list(folder.path())) {
            assertEquals(1, files.count(), "nothing is left lying about");
        }
    }

    @Test
    void namespacesAreListedTheLastActiveFirst() throws IOException {
        made("b", 10);
        made("a", 10);
        NamespaceFolder held = made("c", 5);
        Files.createFile(held.path().resolve("store.mv.db"));
        Files.setLastModifiedTime(held.path().resolve("store.mv.db"), FileTime.from(NOON.plusSeconds(20)));
        Files.createDirectory(temporary.resolve("no-namespace"));
        Files.createFile(temporary.resolve("file"));
        assertEquals(List.of("c", "a", "b"), ids(TempStore.folder(temporary).namespaces()));
        assertEquals(List.of(), TempStore.folder(temporary.resolve("none")).namespaces());
    }

    @Test
    void anExactIdWinsOverAPrefix() throws IOException {
        made("ops", 0);
        made("ops-2", 1);
        made("other", 2);
        StoreFolder store = TempStore.folder(temporary);
        assertEquals(List.of("ops"), ids(store.matching("ops")));
        assertEquals(List.of("ops-2", "ops"), ids(store.matching("op")));
        assertEquals(List.of(), store.matching("nothing"));
    }

    @Test
    void runsOfSomeHoursShareAFolder() {
        NamespaceFolder folder = TempStore.folder(temporary).namespace("ops");
        RunId run = RunId.create(NOON, new SplittableRandom(1));
        Path runFolder = temporary.resolve("ops/runs/01M86/" + run);
        assertEquals(runFolder, folder.runFolder(run));
        assertEquals(runFolder.resolve("log"), folder.log(run, 0));
        assertEquals(runFolder.resolve("log"), folder.log(run, 1));
        assertEquals(runFolder.resolve("log.2"), folder.log(run, 2));
    }

    private NamespaceFolder made(String id, int second) throws IOException {
        NamespaceFolder folder = TempStore.folder(temporary).namespace(id);
        folder.create();
        folder.writeCard(card(id));
        Files.setLastModifiedTime(folder.path().resolve("namespace.json"), FileTime.from(NOON.plusSeconds(second)));
        return folder;
    }

    private static NamespaceCard card(String id) {
        return new NamespaceCard(new dev.supertask.job.Namespace(id, "Title", List.of("ada"), TempStore.OPS.origin()),
                3, NOON, NOON.plusSeconds(1));
    }

    private static List<String> ids(List<NamespaceFolder> folders) {
        return folders.stream().map(NamespaceFolder::id).toList();
    }
}
