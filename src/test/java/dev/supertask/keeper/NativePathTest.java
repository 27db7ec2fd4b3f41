package dev.supertask.keeper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Names of files are bytes; every one of them can be told, and found again.
class NativePathTest {
    private @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"/", "", "a", "/a b/c", "ü/€", "/😀", "\uDCFF", "/odd\uDCFF/ü %41\n", "../\uDC80",
            "a\uDCC3"})
    void tellsAPathAsItWasGiven(String text) {
        assertEquals(text, NativePath.text(NativePath.of(text)));
    }

    @Test
    void findsTheFileOfTheseBytesAndNoOther() throws Exception {
        Path folderOfOddName = folder.resolve(NativePath.of("odd\uDCFFname"));
        Files.createDirectory(folderOfOddName);
        Files.createFile(folderOfOddName.resolve(NativePath.of("x\uDCFE")));

        assertTrue(Posix.exists(folder + "/odd\uDCFFname/x\uDCFE"));
        assertFalse(Files.exists(folder.resolve(NativePath.of("odd\uDCFEname"))));
        assertEquals(folder + "/odd\uDCFFname", NativePath.text(folderOfOddName));
    }

    @Test
    void knowsWhichNamesAreText() {
        assertTrue(NativePath.isUtf8(Path.of("/a/ü/😀")));
        assertFalse(NativePath.isUtf8(NativePath.of("/a/\uDCFF")));
    }

    @Test
    void refusesNul() {
        assertThrows(InvalidPathException.class, () -> NativePath.of("a\0\uDCFF"));
    }
}
