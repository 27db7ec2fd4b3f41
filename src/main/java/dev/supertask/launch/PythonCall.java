package dev.supertask.launch;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

import dev.supertask.job.Callee;
import dev.supertask.job.Payload;

/// The words that call a Python function: `python3` with a program of ours, which is told the function and its
/// arguments.
final class PythonCall {
    private static final String PROGRAM = program();

    private PythonCall() {}

    static List<String> words(Payload.Call call, Path workingDir) {
        return switch (call.callee()) {
            case Callee.Entrypoint function -> words(call, "module", function.module(), function.function());
            case Callee.PythonFile function ->
                words(call, "file", workingDir.resolve(function.file()).toString(), function.function());
        };
    }

    // Unbuffered, so that a log can be followed and what a killed program wrote is not lost.
    private static List<String> words(Payload.Call call, String kind, String where, String function) {
        return List.of("python3", "-u", "-c", PROGRAM, kind, where, function, ascii(call.args()),
                ascii(call.kwargs()));
    }

    /// JSON that no locale can misread: Python decodes its words by the locale of the job.
    private static String ascii(String json) {
        StringBuilder out = new StringBuilder(json.length());
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            out.append(c < 0x7F ? String.valueOf(c) : "\\u%04x".formatted((int) c));
        }
        return out.toString();
    }

    private static String program() {
        try (InputStream in = Objects.requireNonNull(PythonCall.class.getResourceAsStream("call.py"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
