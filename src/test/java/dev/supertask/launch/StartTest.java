package dev.supertask.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;

import dev.supertask.run.Outcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartTest {
    private @TempDir Path folder;
    private Launches launches;

    @BeforeEach
    void open() {
        launches = new Launches(folder);
    }

    @AfterEach
    void close() {
        launches.close();
    }

    @Test
    void saysWhereItLookedForAProgramThatIsNotThere() {
        assertEquals(new Outcome.NotStarted(127, "no program \"no-such-program\" on PATH (/bin:/usr/bin)"),
                launches.run(launches.with(Map.of("PATH", "/bin:/usr/bin"), "no-such-program")));
        assertEquals(new Outcome.NotStarted(127, "no program \"/no/such/program\""),
                launches.run(launches.of("/no/such/program")));
        assertEquals(new Outcome.NotStarted(127, "no program \"\" on PATH (/bin)"),
                launches.run(launches.with(Map.of("PATH", "/bin"), "")));
    }

    @Test
    void saysWhatIsNotExecutable() throws IOException {
        Path file = Files.writeString(folder.resolve("data"), "x");

        assertEquals(
                new Outcome.NotStarted(126, "\"" + file + "\" is not executable · chmod +x \"" + file + "\""),
                launches.run(launches.of(file.toString())));
        assertEquals(
                new Outcome.NotStarted(126, "\"" + file + "\" is not executable · chmod +x \"" + file + "\""),
                launches.run(launches.with(Map.of("PATH", folder.toString()), "data")));
        assertEquals(new Outcome.NotStarted(126, "\"" + folder + "\" is a folder, no program"),
                launches.run(launches.of(folder.toString())));
    }

    @Test
    void saysThatTheWorkingFolderIsMissing() {
        Path missing = folder.resolve("missing");

        assertEquals(
                new Outcome.NotStarted(126,
                        "no working folder \"" + missing + "\" · make it, or name another one"),
                launches.run(launches.in(missing, "true")));
    }

    @Test
    void saysWhichInterpreterIsMissing() throws IOException {
        Path script = executable("report", "#!/opt/no/such/python -u\n");

        assertEquals(new Outcome.NotStarted(127,
                "\"" + script + "\" needs the interpreter \"/opt/no/such/python\", "
                        + "which does not exist"),
                launches.run(launches.of(script.toString())));
    }

    @Test
    void saysThatAFileIsNoProgramForThisMachine() throws IOException {
        Path binary = executable("binary", "\u007fELF\0\0\0");

        assertEquals(new Outcome.NotStarted(126, "\"" + binary + "\" is no program for this machine"),
                launches.run(launches.of(binary.toString())));
    }

    @Test
    void saysThatTheWordsAreTooLong() {
        assertEquals(126, launches.run(launches.of("true", "x".repeat(3_000_000))).exitCode());
    }

    @Test
    void refusesANulCharacter() {
        assertEquals(
                new Outcome.NotStarted(126,
                        "a NUL character in the words or the environment cannot be handed to a program"),
                launches.run(launches.with(Map.of("A", "b\0c"), "true")));
    }

    @Test
    void givesExecutableTextWithoutAnInterpreterToTheShell() throws IOException {
        Path script = executable("greet", "echo \"hello $1\"\n");
        Launch launch = launches.of(script.toString(), "world");

        assertEquals(new Outcome.Exited(0), launches.run(launch));
        assertEquals("hello world\n", Launches.output(launch));
    }

    @Test
    void looksForAProgramOnThePathOfTheCommand() throws IOException {
        executable("greet", "#!/bin/sh\necho \"from here\"\n");
        Launch byAbsolute = launches.with(Map.of("PATH", "/no/such/folder:" + folder), "greet");
        Launch byRelative = launches.with(Map.of("PATH", "/bin:."), "greet");
        Launch byEmpty = launches.with(Map.of("PATH", "/bin:"), "greet");

        for (Launch launch : List.of(byAbsolute, byRelative, byEmpty)) {
            launches.run(launch);
            assertEquals("from here\n", Launches.output(launch));
        }
    }

    @Test
    void findsARelativePathFromTheWorkingFolder() throws IOException {
        executable("greet", "#!/bin/sh\npwd\n");
        Launch launch = launches.of("./greet");

        launches.run(launch);

        assertEquals(folder.toRealPath() + "\n", Launches.output(launch));
    }

    @Test
    void startsWithNothingOpenButTheThreeStreams() {
        Launch launch = launches.shell("ls /proc/self/fd; readlink /proc/self/fd/0");

        launches.run(launch);

        // 3 is the folder that ls itself reads.
        assertEquals("0\n1\n2\n3\n/dev/null\n", Launches.output(launch));
    }

    @Test
    void startsInASessionOfItsOwn() {
        Launch launch = launches.of("cat", "/proc/self/stat");

        launches.run(launch);

        String[] stat = Launches.output(launch).split(" ", -1);
        assertEquals(stat[0], stat[4]);
        assertEquals(stat[0], stat[5]);
    }

    @Test
    void startsWithNoSignalBlockedOrIgnored() {
        Launch launch = launches.of("grep", "-E", "Sig(Blk|Ign)", "/proc/self/status");

        launches.run(launch);

        String none = "0000000000000000\n";
        String ignoredHere = ignoredByThisProcess();
        assertEquals("SigBlk:\t" + none + "SigIgn:\t" + ignoredHere, Launches.output(launch));
    }

    @Test
    void writesToAPipeThatBlocks() {
        Launch launch = launches.shell("grep flags /proc/$$/fdinfo/1");

        launches.run(launch);

        assertEquals("flags:\t01\n", Launches.output(launch));
    }

    private static String ignoredByThisProcess() {
        try {
            return Files.readAllLines(Path.of("/proc/self/status")).stream()
                    .filter(l -> l.startsWith("SigIgn:"))
                    .map(l -> l.substring(8) + "\n").findFirst().orElseThrow();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private Path executable(String name, String text) throws IOException {
        Path file = Files.writeString(folder.resolve(name), text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        return file;
    }
}
