package dev.supertask.launch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Asks a program of the system something, for Supertask itself.
public final class SystemTool {
    private SystemTool() {}

    /// What a program answers.
    ///
    /// @param status what it exits with
    /// @param words what it writes, to either stream
    public record Answer(int status, String words) {}

    /// Runs a program and waits for it.
    ///
    /// @param name looked up where systems have their programs, not on the `PATH`
    /// @param variables set for it, beside those of this process
    /// @return empty where the system does not have it, or it cannot be run
    public static Optional<Answer> ask(String name, List<String> arguments, Map<String, String> variables) {
        return Tools.path(name).flatMap(
                program -> run(Stream.concat(Stream.of(program), arguments.stream()).toList(), variables));
    }

    private static Optional<Answer> run(List<String> words, Map<String, String> variables) {
        try {
            ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
            builder.environment().putAll(variables);
            Process process = builder.start();
            process.getOutputStream().close();
            try (InputStream out = process.getInputStream()) {
                String text = new String(out.readAllBytes(), StandardCharsets.UTF_8);
                return Optional.of(new Answer(process.waitFor(), text.strip()));
            }
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
