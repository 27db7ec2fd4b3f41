package dev.supertask.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import dev.supertask.wire.RunJson;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The log of a run whose first attempt is lost, and which is run again.
class LogFollowingTest {
    @TempDir
    private Path folder;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final List<String> told = new ArrayList<>();
    // What happens at each question of how the run is.
    private final Deque<Runnable> events = new ArrayDeque<>();
    private RunJson run = run(1, "running");

    private static RunJson run(int attempt, String state) {
        return new RunJson("01RUN", "ops", "job", 1, "schedule", null, null, null, null, state, null, attempt, null,
                "box", Map.of(), null);
    }

    private void write(int attempt, String text) {
        try {
            Files.writeString(folder.resolve("log." + attempt), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private RunJson ask() {
        events.remove().run();
        return run;
    }

    private String follow(int first, @Nullable Consumer<String> goesOn) {
        new LogFollowing(attempt -> new LogCopy(folder.resolve("log." + attempt), out), this::ask, goesOn)
                .follow(first);
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void goesOnWithTheNextAttempt() {
        write(1, "one\n");
        events.add(() -> {});
        events.add(() -> run = run(1, "queued"));
        events.add(() -> {
            write(1, "one\nlast words\n");
            write(2, "two\n");
            run = run(2, "running");
        });
        events.add(() -> run = run(2, "succeeded"));
        assertEquals("one\nlast words\ntwo\n", follow(1, told::add));
        assertEquals(List.of("run 01RUN goes on with attempt 2"), told);
    }

    @Test
    void leavesOutNoAttemptOfThoseThatAreOverQuickly() {
        write(1, "one\n");
        write(2, "two\n");
        write(3, "three\n");
        events.add(() -> run = run(3, "failed"));
        events.add(() -> {});
        events.add(() -> {});
        assertEquals("one\ntwo\nthree\n", follow(1, told::add));
        assertEquals(2, told.size());
    }

    @Test
    void endsWithTheAttemptThatWasAskedFor() {
        write(1, "one\n");
        events.add(() -> run = run(2, "running"));
        assertEquals("one\n", follow(1, null));
    }
}
