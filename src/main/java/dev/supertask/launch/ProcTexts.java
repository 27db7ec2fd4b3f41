package dev.supertask.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import dev.supertask.keeper.NativeText;

/// The texts of a file of proc(5) that separates them by NUL.
final class ProcTexts {

    private ProcTexts() {}

    static List<String> read(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        List<String> texts = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == 0) {
                texts.add(NativeText.of(Arrays.copyOfRange(bytes, start, i)));
                start = i + 1;
            }
        }
        if (start < bytes.length) {
            texts.add(NativeText.of(Arrays.copyOfRange(bytes, start, bytes.length)));
        }
        return texts;
    }
}
