package dev.supertask.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import dev.supertask.run.Outcome;
import dev.supertask.run.Outputs;
import dev.supertask.run.Reason;
import dev.supertask.run.RunId;

/// What the programs of a run gave out, as it stands in the run's folder: while a run goes on it may become more.
public final class OutputFiles {
    private OutputFiles() {}

    /// What one step gave out.
    ///
    /// @param file see [NamespaceFolder#output]
    public static Outputs read(Path file) {
        if (file.toFile().length() == 0) { // also where there is none, as for nearly all
            return Outputs.NONE;
        }
        try (InputStream in = Files.newInputStream(file)) {
            return Outputs.read(in.readNBytes(Outputs.MAX_BYTES + 1));
        } catch (IOException e) {
            return new Outputs(Outputs.NONE.values(), List.of("it cannot be read: " + e.getMessage()));
        }
    }

    /// What a step that has ended gave out. The folder of its run, made so that it could, goes where nothing is in it.
    public static Outputs readEnded(NamespaceFolder folder, RunId run, int attempt, int step) {
        Outputs outputs = read(folder.output(run, attempt, step));
        if (outputs.equals(Outputs.NONE)) {
            boolean _ = folder.runFolder(run).toFile().delete(); // does nothing where there is anything in it
        }
        return outputs;
    }

    /// How a step ended, with the reason that it may have left.
    ///
    /// @param output see [NamespaceFolder#output]
    public static Outcome explained(Outcome outcome, Path output) {
        Path reason = Reason.beside(output);
        if (!(outcome instanceof Outcome.Exited) || reason.toFile().length() == 0) {
            return outcome;
        }
        try (InputStream in = Files.newInputStream(reason)) {
            return Reason.of(outcome, new String(in.readNBytes(Reason.MAX_BYTES), StandardCharsets.UTF_8));
        } catch (IOException e) {
            return outcome; // the exit code says enough
        }
    }

    /// What all steps of an attempt gave out; a later step's value of the same name holds.
    public static Outputs of(NamespaceFolder folder, RunId run, int attempt) {
        String first = folder.output(run, attempt, 1).getFileName().toString();
        String[] names = folder.runFolder(run).toFile().list((_, name) -> name.equals(first) || name.matches(
                first.replace(".", "\\.") + "-\\d{1,6}"));
        return Stream.ofNullable(names).flatMap(Arrays::stream)
                .sorted(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()))
                .map(name -> read(folder.runFolder(run).resolve(name))).reduce(Outputs.NONE, Outputs::and);
    }
}
