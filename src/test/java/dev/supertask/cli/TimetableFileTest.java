package dev.supertask.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import dev.supertask.job.Place;
import dev.supertask.testkit.Cli;
import dev.supertask.testkit.SettableClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A timetable that is named on the command line.
class TimetableFileTest {
    private static final String TEXT = "jobs: {a: {when: '@daily', run: echo}}";

    @TempDir
    private Path folder;

    @Test
    void isItsRealFileHoweverItIsNamed() throws IOException {
        Path real = Files.createDirectories(folder.resolve("real")).toRealPath().resolve("jobs.yaml");
        Files.writeString(real, TEXT);
        Files.createSymbolicLink(folder.resolve("link.yaml"), real);
        TimetableFile read = TimetableFile.read(world(), "./link.yaml");
        assertEquals(real.toString(), read.resource());
        assertEquals(real.getParent(), workingDir(read));
        assertEquals(TEXT, read.text());
    }

    /// What Ada's program makes of a file in her folder.
    static TimetableFile read(Path folder, String name) {
        return TimetableFile.read(world(folder, new SettableClock(Cli.NOW)), name);
    }

    private World world() {
        return world(folder, new SettableClock(Cli.NOW));
    }

    /// Ada's.
    static World world(Path folder, SettableClock clock) {
        return new World(Map.of(), folder, clock, Cli.ZONE, "ada", "web1",
                new ByteArrayInputStream(TEXT.getBytes(StandardCharsets.UTF_8)), OutputStream.nullOutputStream(),
                OutputStream.nullOutputStream(), World.Terminals.NONE);
    }

    private static Path workingDir(TimetableFile file) {
        return assertInstanceOf(Place.ThisMachine.class, file.timetable().jobs().getFirst().steps().getFirst().place())
                .workingDir();
    }

    @Test
    void fromStandardInputItIsItsText() {
        TimetableFile read = TimetableFile.read(world(), "-");
        assertEquals(TEXT, read.resource());
        assertEquals(folder, workingDir(read));
    }
}
