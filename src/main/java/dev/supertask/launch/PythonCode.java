package dev.supertask.launch;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// The words that run Python code: `python3` with a program of ours, which is told the code. It gives the code the run
/// as `task`, and the modules of the standard library that it names.
final class PythonCode {
    private static final String PROGRAM = program();

    private PythonCode() {}

    // Unbuffered, so that a log can be followed and what a killed program wrote is not lost.
    static List<String> words(String code, List<String> args) {
        List<String> words = new ArrayList<>(List.of("python3", "-u", "-c", PROGRAM, code));
        words.addAll(args);
        return words;
    }

    private static String program() {
        try (InputStream in = Objects.requireNonNull(PythonCode.class.getResourceAsStream("code.py"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
