package dev.supertask.launch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A foreground program takes over stdin, stdout and stderr, so each test runs one in a JVM of its own:
/// [ForegroundMain].
class ForegroundTest {
    private @TempDir Path folder;

    @Test
    void passesInputOutputAndErrorsOn() throws Exception {
        Process process = start("/bin/sh", "-c", "cat; echo oops >&2; exit 5");
        send(process, "hello\n");

        assertEquals("hello\n", read(process.getInputStream()));
        assertEquals("oops\n", read(process.getErrorStream()));
        assertEquals(5, exitCode(process));
        assertEquals("hello\noops\n", log());
    }

    @Test
    void changesNoByte() throws Exception {
        byte[] bytes = new byte[1_000_000];
        new Random(3).nextBytes(bytes);
        Path file = Files.write(folder.resolve("bytes"), bytes);

        Process process = start("cat", file.toString());

        assertArrayEquals(bytes, process.getInputStream().readAllBytes());
        assertEquals(0, exitCode(process));
        assertArrayEquals(bytes, Files.readAllBytes(folder.resolve("log")));
    }

    @Test
    void endsTheProgramWhenNobodyReadsItsOutput() throws Exception {
        Process process = start("yes");
        assertEquals('y', process.getInputStream().read());
        process.getInputStream().close();

        assertEquals(128 + 13, exitCode(process));
        assertEquals("", read(process.getErrorStream()));
    }

    @Test
    void saysWhyNothingWasStarted() throws Exception {
        Process process = start("/no/such/program");

        assertEquals(127, exitCode(process));
        assertTrue(read(process.getErrorStream()).contains("no program \"/no/such/program\""));
    }

    @Test
    void passesASignalOn() throws Exception {
        Process process = start("/bin/sh", "-c",
                "trap 'echo bye; exit 9' TERM; echo ready; while :; do sleep 0.01; done");
        assertEquals("ready", firstLine(process));

        process.toHandle().destroy();

        assertTrue(read(process.getInputStream()).endsWith("bye\n"));
        assertEquals(9, exitCode(process));
    }

    @Test
    void endsThoughAnotherProcessHoldsTheOutput() throws Exception {
        Process process = start("/bin/sh", "-c", "sleep 60 & echo $!; exit 3");

        String sleeper = read(process.getInputStream()).strip();

        assertEquals(3, exitCode(process));
        ProcessHandle.of(Long.parseLong(sleeper)).ifPresent(ProcessHandle::destroyForcibly);
    }

    @Test
    void leavesTheProgramInTheGroupOfItsTerminal() throws Exception {
        // script(1) runs us on a pseudo-terminal; the program must be in the same group as we are.
        Process process = onATerminal(
                jvm("/bin/sh", "-c", "'cut -d\" \" -f5 /proc/$$/stat /proc/$PPID/stat'"));

        List<String> groups = read(process.getInputStream()).lines().toList();

        assertEquals(2, groups.size(), groups::toString);
        assertEquals(groups.getFirst(), groups.getLast());
    }

    @Test
    void passesCtrlCOnOnceOnly() throws Exception {
        List<String> command = jvm("/bin/sh", "-c", "'trap \"echo interrupted\" INT; echo ready; i=0; "
                + "while [ $i -lt 50 ]; do sleep 0.01; i=$((i+1)); done; exit 6'");
        command.add(1, "-Dsignal=2");
        Process process = onATerminal(command);
        assertEquals("ready\r", firstLine(process));

        process.getOutputStream().write(3);
        process.getOutputStream().flush();

        String rest = read(process.getInputStream());
        assertEquals(6, exitCode(process));
        assertEquals(2, rest.split("interrupted", -1).length, rest);
    }

    @Test
    void givesTheProgramAGroupOfItsOwnWithoutATerminal() throws Exception {
        List<String> command = new ArrayList<>(List.of("setsid", "--wait"));
        command.addAll(jvm("/bin/sh", "-c", "echo $$; cut -d' ' -f5 /proc/$$/stat"));
        Process process = new ProcessBuilder(command).start();

        List<String> numbers = read(process.getInputStream()).lines().toList();

        assertEquals(2, numbers.size(), numbers::toString);
        assertEquals(numbers.getFirst(), numbers.getLast());
    }

    @Test
    void handsTextOnAsUtf8InAnyLocale() throws Exception {
        ProcessBuilder builder = new ProcessBuilder(jvm("printf", "%s", "Gr{u}{s}e"));
        builder.environment().put("LC_ALL", "C");

        assertEquals("Grüße", read(builder.start().getInputStream()));
    }

    @Test
    void readsItsEnvironmentAsUtf8InAnyLocale() throws Exception {
        List<String> command = new ArrayList<>(List.of("/bin/sh", "-c",
                "LC_ALL=C GREETING=\"$(printf 'gr\\303\\274n')\" exec \"$@\"", "sh"));
        command.addAll(jvm("/bin/sh", "-c", "printf %s \"$GREETING\""));

        assertEquals("grün", read(new ProcessBuilder(command).start().getInputStream()));
    }

    @Test
    void letsALineOfOursBeTakenAwayAroundTheOutput() throws Exception {
        List<String> command = jvm("printf", "a\\nb");
        command.add(1, "-Dmarked=true");

        assertEquals("[a\nb~]", read(new ProcessBuilder(command).start().getInputStream()));
    }

    // By script(1), which hands the text to a shell; without "exec", Ctrl-C would end that shell as well.
    private static Process onATerminal(List<String> command) throws IOException {
        return new ProcessBuilder("script", "-qec", "exec " + String.join(" ", command), "/dev/null")
                .redirectErrorStream(true).start();
    }

    private Process start(String... words) throws IOException {
        return new ProcessBuilder(jvm(words)).start();
    }

    private List<String> jvm(String... words) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp",
                System.getProperty("java.class.path"), ForegroundMain.class.getName(),
                folder.resolve("log").toString()));
        command.addAll(List.of(words));
        return command;
    }

    private String log() throws IOException {
        return Files.readString(folder.resolve("log"));
    }

    private static void send(Process process, String text) throws IOException {
        try (OutputStream out = process.getOutputStream()) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static String read(InputStream in) throws IOException {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }

    private static String firstLine(Process process) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = process.getInputStream().read(); c != '\n'; c = process.getInputStream().read()) {
            line.append((char) c);
        }
        return line.toString();
    }

    private static int exitCode(Process process) throws InterruptedException {
        assertTrue(process.waitFor(30, TimeUnit.SECONDS));
        return process.exitValue();
    }
}
