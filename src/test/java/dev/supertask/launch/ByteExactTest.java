package dev.supertask.launch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

import dev.supertask.keeper.NativeText;
import dev.supertask.run.Outcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is handed to a program arrives byte for byte.
class ByteExactTest {
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
    void handsOnAnyWords() throws IOException {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int round = 0; round < 20; round++) {
            List<byte[]> words = IntStream.range(0, 1 + random.nextInt(20)).mapToObj(_ -> bytes(random)).toList();
            List<String> command = new ArrayList<>(List.of("/bin/sh", "-c", "cat /proc/$$/cmdline"));
            command.addAll(words.stream().map(NativeText::of).toList());
            Launch launch = launches.of(command.toArray(String[]::new));

            launches.run(launch);

            ByteArrayOutputStream expected = new ByteArrayOutputStream();
            expected.writeBytes("/bin/sh\0-c\0cat /proc/$$/cmdline\0".getBytes(StandardCharsets.US_ASCII));
            words.forEach(word -> {
                expected.writeBytes(word);
                expected.write(0);
            });
            assertArrayEquals(expected.toByteArray(), Files.readAllBytes(launch.log()), "seed " + seed);
        }
    }

    @Test
    void handsOnAnyVariable() throws IOException {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int round = 0; round < 20; round++) {
            byte[] value = bytes(random);
            Launch launch = launches.with(Map.of("ODD", NativeText.of(value)), "printenv", "ODD");

            launches.run(launch);

            byte[] log = Files.readAllBytes(launch.log());
            assertEquals(HexFormat.of().formatHex(value) + "0a", HexFormat.of().formatHex(log), "seed " + seed);
        }
    }

    @Test
    void runsAProgramOfAnyNameInAFolderOfAnyName() {
        String odd = NativeText.of(HexFormat.of().parseHex("ff20270a22e424"));
        Launch make = launches.of("/bin/sh", "-c", "mkdir \"$0\" && cd \"$0\" && printf '#!/bin/sh\\npwd' >\"$0\" "
                + "&& chmod +x \"$0\"", odd);
        assertEquals(new Outcome.Exited(0), launches.run(make));
        Launch run = launches.with(Map.of("PATH", folder + "/" + odd), odd);
        Launch inside = launches.of("/bin/sh", "-c", "cd \"$0\" && exec \"./$0\"", odd);

        assertEquals(new Outcome.Exited(0), launches.run(run));
        assertEquals(new Outcome.Exited(0), launches.run(inside));
    }

    @Test
    void knowsItsOwnWordsAndEnvironmentInAnyLocale() throws Exception {
        for (String locale : List.of("C", "C.UTF-8")) {
            Process process = new ProcessBuilder("/bin/sh", "-c",
                    "ODD=$(printf 'a\\377\\303\\274'); export ODD; exec \"$@\" \"$ODD\" '' 'b c' \"$(printf 'x\\344y')\"",
                    "sh", "env", "LC_ALL=" + locale, Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"),
                    OwnWordsMain.class.getName()).start();

            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);

            assertEquals("61ffc3bc,,622063,78e479;61ffc3bc", text, locale);
        }
    }

    @Test
    void takesTheWordsOfMainWhereTheRawOnesAreOthers() {
        // The test's own JVM was started with other words.
        assertArrayEquals(new String[]{"a", "b"}, OwnArguments.read(new String[]{"a", "b"}));
        assertTrue(OwnArguments.read(new String[0]).length == 0);
    }

    private static byte[] bytes(Random random) {
        byte[] bytes = new byte[random.nextInt(30)];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (1 + random.nextInt(255));
        }
        return bytes;
    }
}
