package dev.supertask.launch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.supertask.keeper.NativePath;

/// Who runs a script: the program of its `#!` line, else the one that its ending stands for, else the
/// kernel, where it is executable.
final class Interpreter {
    private static final int NOT_FOUND = 127;
    private static final int NOT_EXECUTABLE = 126;
    // The kernel reads no more than this of a "#!" line (BINPRM_BUF_SIZE).
    private static final int LONGEST_LINE = 256;
    private static final Map<String, String> BY_ENDING = Map.of("sh", "sh", "py", "python3", "js", "node",
            "mjs",
            "node", "cjs", "node", "rb", "ruby", "pl", "perl");

    private Interpreter() {}

    /// The words that run a script, up to and with its own path.
    ///
    /// @param script an absolute path
    static List<String> wordsFor(Path script) throws UnlaunchableException {
        String line = firstLine(script);
        List<String> words = new ArrayList<>();
        if (line.startsWith("#!") && !line.substring(2).isBlank()) {
            // As the kernel has it: the interpreter and at most one argument, blanks and all. A carriage
            // return at the end, which the kernel would take for a part of it, is not meant.
            words.addAll(List.of(line.substring(2).strip().split("[ \t]+", 2)));
        } else if (BY_ENDING.containsKey(ending(script))) {
            words.add(BY_ENDING.get(ending(script)));
        } else if (!Files.isExecutable(script)) {
            throw new UnlaunchableException(NOT_EXECUTABLE, "nothing says how to run script \"" + script
                    + "\" · begin it with a line such as #!/bin/sh, or make it executable");
        }
        words.add(NativePath.text(script));
        return words;
    }

    private static String firstLine(Path script) throws UnlaunchableException {
        if (Files.isDirectory(script)) {
            throw new UnlaunchableException(NOT_EXECUTABLE, "\"" + script + "\" is a folder, no script");
        }
        try (InputStream in = Files.newInputStream(script)) {
            String head = new String(in.readNBytes(LONGEST_LINE), StandardCharsets.UTF_8);
            return head.lines().findFirst().orElse("");
        } catch (IOException e) {
            if (Files.exists(script)) {
                throw new UnlaunchableException(NOT_EXECUTABLE,
                        "script \"" + script + "\" cannot be read · chmod +r \"" + script + "\"");
            }
            throw new UnlaunchableException(NOT_FOUND, "no script \"" + script + "\"");
        }
    }

    private static String ending(Path script) {
        String name = script.toString();
        return name.substring(Math.max(name.lastIndexOf('.'), name.lastIndexOf('/')) + 1);
    }
}
