package dev.supertask.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import dev.supertask.testkit.Engines;
import dev.supertask.testkit.StubCheckout;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// `./supertask` becomes the program: as the same process, with the same arguments, from wherever it is called.
class LauncherTest {
    @TempDir
    private Path machine;
    private StubCheckout checkout;
    private Path jdk;

    @BeforeEach
    void aCheckoutThatIsBuilt() throws Exception {
        checkout = new StubCheckout(machine);
        jdk = checkout.jdk("usr/lib/jvm/jdk-25", "25.0.3");
        checkout.run();
    }

    @Test
    void becomesTheProgramAndPassesItsExitCodeOn() throws Exception {
        var result = checkout.run();
        assertEquals(7, result.exit());
        assertEquals("", result.err());
        assertEquals(String.valueOf(result.pid()), result.out().lines().skip(1).findFirst().orElseThrow());
    }

    @Test
    void passesArgumentsByteForByte() throws Exception {
        var result = checkout.run("run", "--", "cmd:echo  \"a\" 'b'", "", "*", "$HOME `id` \\n",
                "zwei\nZeilen", "ü€",
                "-XX:+Nonsense");
        assertEquals("""
                %s
                %d
                -XX:+UseSerialGC
                -XX:TieredStopAtLevel=1
                -XX:-UsePerfData
                -jar
                %s/target/dist/supertask-1.jar
                run
                --
                cmd:echo  "a" 'b'

                *
                $HOME `id` \\n
                zwei
                Zeilen
                ü€
                -XX:+Nonsense
                """.formatted(jdk, result.pid(), checkout.folder()), result.out());
    }

    @Test
    void worksThroughLinksFromAnotherFolder() throws Exception {
        Path absolute = Files.createSymbolicLink(machine.resolve("absolute"),
                checkout.folder().resolve("supertask"));
        Path other = Files.createDirectories(machine.resolve("other folder"));
        Path relative = Files.createSymbolicLink(other.resolve("supertask"), Path.of("..", "absolute"));
        assertEquals(jdk.toString(), checkout.run(Map.of(), other, absolute).jdk());
        assertEquals(jdk.toString(), checkout.run(Map.of(), other, relative).jdk());
        assertEquals(jdk.toString(), checkout.run(Map.of(), other, Path.of("./supertask")).jdk());
        assertEquals(1, checkout.builds().size());
    }

    @Test
    void givesTheProgramAnAbsolutePathHoweverItIsCalled() throws Exception {
        var called = checkout.run(Map.of(), machine, Path.of("check out/supertask"));
        assertEquals(checkout.folder() + "/target/dist/supertask-1.jar",
                called.out().lines().filter(line -> line.endsWith(".jar")).findFirst().orElseThrow());
    }

    @Test
    void leavesTheEnvironmentAlone() throws Exception {
        StubCheckout.program(jdk.resolve("bin/java"), "#!/bin/sh\n/usr/bin/env\n");
        Map<String, String> env = Map.of("JAVA_HOME", "/none", "home", "mine", "jar", "mine too");
        var seen = checkout.run(env, machine, checkout.folder().resolve("supertask")).out().lines().toList();
        env.forEach((name, value) -> assertTrue(seen.contains(name + "=" + value), seen::toString));
        assertTrue(seen.stream().noneMatch(line -> line.startsWith("st_")), seen::toString);
    }

    @Test
    void startsTheProgramInALocaleThatNamesEveryFileAndTellsItWhichOneTheUserHas() throws Exception {
        StubCheckout.program(jdk.resolve("bin/java"), "#!/bin/sh\necho \"$LC_ALL [$SUPERTASK_LC_ALL]\"\n");
        Path launcher = checkout.folder().resolve("supertask");
        assertEquals("C.UTF-8 []\n", checkout.run(Map.of(), machine, launcher).out());
        assertEquals("C.UTF-8 [=]\n", checkout.run(Map.of("LC_ALL", ""), machine, launcher).out());
        assertEquals("C.UTF-8 [=de_DE@euro]\n",
                checkout.run(Map.of("LC_ALL", "de_DE@euro", "SUPERTASK_LC_ALL", "=C"), machine, launcher).out());
    }

    @ParameterizedTest
    @ValueSource(strings = {"dash", "bash", "busybox"})
    void runsInEveryPosixShell(String shell) throws Exception {
        Engines.require(shell);
        String line = shell.equals("busybox") ? "#!/usr/bin/env -S busybox sh" : "#!/usr/bin/env " + shell;
        Path launcher = checkout.folder().resolve("supertask");
        StubCheckout.program(launcher, Files.readString(launcher).replaceFirst("^.*", line));
        checkout.edit("pom.xml");
        var result = checkout.run(Map.of("PATH", checkout.bin() + ":" + System.getenv("PATH")), machine,
                launcher,
                "a  b");
        assertEquals(7, result.exit(), result.err());
        assertEquals("a  b", result.out().lines().toList().getLast());
        assertEquals(2, checkout.builds().size());
    }

    @Test
    void startsWhatTheBuildMadeWithoutBuildingAgain() throws Exception {
        Path real = Path.of(System.getProperty("supertask.launcher"));
        Process process = new ProcessBuilder(real.toString(), "--version").redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), output);
        assertFalse(output.contains("building"), output);
    }
}
