package dev.supertask.request.errand;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.UnaryOperator;

import dev.supertask.problem.Problem;
import dev.supertask.problem.Refusal;
import dev.supertask.run.Reason;
import dev.supertask.timetable.References;
import org.jspecify.annotations.Nullable;

/// The surroundings of one request.
///
/// @param env the environment that it is carried out in
/// @param out standard output: what was asked for
/// @param err standard error: what is to be said about it
public record Errand(Map<String, String> env, PrintStream out, PrintStream err) {
    private static final String OUTPUT = "SUPERTASK_OUTPUT";

    /// A text with the values of its variables.
    ///
    /// @throws FailedException when one is not set
    public String expand(String text) throws FailedException {
        return expand(text, value -> value);
    }

    /// A text with the values of its variables.
    ///
    /// @param form what becomes of a value before it takes its place
    /// @throws FailedException when one is not set
    public String expand(String text, UnaryOperator<String> form) throws FailedException {
        try {
            return References.expand(text, name -> {
                String value = env.get(name);
                return value == null ? null : form.apply(value);
            });
        } catch (Refusal e) {
            Problem first = e.problems().getFirst();
            throw new FailedException(first.message() + " · " + first.remedy(), e);
        }
    }

    /// As [#expand]; null for null.
    public @Nullable String expandIfAny(@Nullable String text) throws FailedException {
        return text == null ? null : expand(text);
    }

    /// Gives out a value under a name.
    public void output(String name, String value) throws FailedException {
        Path file = outputFile();
        if (file == null) {
            return;
        }
        String text = value.indexOf('\n') < 0 ? name + "=" + value + "\n" : block(name, value);
        try {
            Files.writeString(file, text, CREATE, APPEND);
        } catch (IOException e) {
            throw new FailedException("output \"" + name + "\" cannot be written: " + e.getMessage(), e);
        }
    }

    private static String block(String name, String value) {
        StringBuilder end = new StringBuilder("END");
        while (value.lines().anyMatch(end.toString()::equals)) {
            end.append('_');
        }
        return name + "<<" + end + "\n" + value + "\n" + end + "\n";
    }

    /// Says why it failed: to its log, and to whoever records the run.
    public void failed(String reason) {
        err.println("supertask: " + reason);
        Path file = outputFile();
        if (file != null) {
            try {
                Files.writeString(Reason.beside(file), reason);
            } catch (IOException e) {
                err.println("supertask: the reason cannot be written: " + e.getMessage());
            }
        }
    }

    private @Nullable Path outputFile() {
        String file = env.get(OUTPUT);
        return file == null ? null : Path.of(file);
    }
}
