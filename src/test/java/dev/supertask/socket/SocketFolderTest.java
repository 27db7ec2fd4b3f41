package dev.supertask.socket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;

import dev.supertask.problem.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SocketFolderTest {
    private static final String ME = System.getProperty("user.name");
    private static final Path TMP = Path.of("/tmp");

    @TempDir
    Path temporary;

    @Test
    void liesInTheRuntimeFolderWhereThereIsOne() {
        Map<String, String> runtime = Map.of("XDG_RUNTIME_DIR", temporary.toString());
        assertEquals(temporary.resolve("supertask"), SocketFolder.of(runtime, TMP, ME).path());
        Path fallback = Path.of("/tmp/supertask-" + ME);
        assertEquals(fallback, SocketFolder.of(Map.of(), TMP, ME).path());
        assertEquals(fallback, SocketFolder.of(Map.of("XDG_RUNTIME_DIR", ""), TMP, ME).path());
        assertEquals(fallback, SocketFolder.of(Map.of("XDG_RUNTIME_DIR", "/no/such/folder"), TMP, ME).path());
        assertEquals(fallback,
                SocketFolder.of(Map.of("XDG_RUNTIME_DIR", "/tmp/" + "x".repeat(60)), TMP, ME).path());
    }

    @Test
    void socketsHaveShortNamesOfTheirOwn() {
        SocketFolder folder = SocketFolder.of(Map.of(), TMP, ME);
        Path one = folder.socket(Path.of("/var/lib/supertask/" + "n".repeat(200)));
        assertTrue(one.toString().length() < 60, one::toString);
        assertEquals(one, folder.socket(Path.of("/var/lib/supertask/" + "n".repeat(200))));
        assertNotEquals(one, folder.socket(Path.of("/var/lib/supertask/n")));
    }

    @Test
    void onlyItsUserMayEnter() throws IOException {
        Path path = temporary.resolve("sockets");
        Files.createDirectory(path);
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxrwxrwx"));
        new SocketFolder(path, ME).create();
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(path)));
    }

    @Test
    void aFolderOfSomebodyElseIsRefused() throws IOException {
        SocketFolder others = new SocketFolder(temporary.resolve("sockets"), "somebody");
        Refusal refusal = assertThrows(Refusal.class, others::create);
        assertEquals("the folder for sockets " + others.path() + " belongs to \"" + ME
                + "\" · set XDG_RUNTIME_DIR to a folder of your own", refusal.getMessage());
        Path link = Files.createSymbolicLink(temporary.resolve("link"), temporary);
        assertThrows(Refusal.class, new SocketFolder(link, ME)::create);
    }
}
