package dev.supertask.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import dev.supertask.testkit.StubCheckout;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// `./supertask` builds what it starts, when and only when it must.
class LauncherBuildTest {
    private static final String BUILDING = "supertask: building, about a minute the first time …\n";

    @TempDir
    private Path machine;
    private StubCheckout checkout;

    @BeforeEach
    void aFreshClone() throws Exception {
        checkout = new StubCheckout(machine);
        checkout.jdk("usr/lib/jvm/jdk-25", "25.0.3");
    }

    @Test
    void buildsOnFirstUseAndOnlyThen() throws Exception {
        assertEquals(BUILDING, checkout.run().err());
        assertEquals("", checkout.run().err());
        assertEquals(1, checkout.builds().size());
    }

    @Test
    void buildsOnceForTwoFirstUsesAtTheSameTime() throws Exception {
        Path hold = Files.createFile(checkout.folder().resolve("hold"));
        var one = start();
        var other = start();
        String both = "";
        while (!both.contains("waiting for a build that another process has begun")) {
            assertTrue(one.process().isAlive() && other.process().isAlive(), both);
            both = one.errors() + other.errors();
        }
        Files.delete(hold);
        assertEquals(7, one.result().exit());
        assertEquals(7, other.result().exit());
        assertEquals(1, checkout.builds().size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"pom.xml", "src/main/Main.java", "src/build/formatter.xml"})
    void buildsAgainWhenASourceIsNewer(String source) throws Exception {
        checkout.run();
        checkout.edit(source);
        assertEquals(BUILDING, checkout.run().err());
    }

    @Test
    void doesNotBuildForWhatIsNoSource() throws Exception {
        checkout.run();
        checkout.edit("README.md");
        assertEquals("", checkout.run().err());
    }

    @Test
    void takesWhatIsBuiltWhereThereIsNoCheckout() throws Exception {
        checkout.run();
        Files.delete(checkout.folder().resolve(".git"));
        checkout.edit("pom.xml");
        assertEquals("", checkout.run().err());
    }

    @Test
    void buildsAgainWhenTheJarIsGone() throws Exception {
        checkout.run();
        Files.delete(checkout.folder().resolve("target/dist/supertask-1.jar"));
        assertEquals(7, checkout.run().exit());
        assertEquals(2, checkout.builds().size());
    }

    @Test
    void showsWhyABuildFailedAndStartsNothingOld() throws Exception {
        checkout.run();
        checkout.edit("pom.xml");
        Files.createFile(checkout.folder().resolve("broken"));
        var result = checkout.run();
        assertEquals(1, result.exit());
        assertEquals("", result.out());
        assertEquals(BUILDING + """
                [ERROR] Foo.java:[1,1] broken
                supertask: the build failed, see above · mend it, then try again
                """, result.err());
    }

    @Test
    void saysThatMavenIsMissing() throws Exception {
        Files.delete(checkout.bin().resolve("mvn"));
        var result = checkout.run();
        assertEquals(1, result.exit());
        assertEquals(
                """
                        supertask: building needs Maven, and there is no "mvn" on the PATH · install it, on Debian or Ubuntu \
                        with: apt-get install maven
                        """,
                result.err());
    }

    @Test
    void saysThatThereIsNothingToBuildFrom() throws Exception {
        Files.delete(checkout.folder().resolve("pom.xml"));
        var result = checkout.run();
        assertEquals(1, result.exit());
        assertEquals("supertask: nothing is built in \"" + checkout.folder()
                + "\", and it has no pom.xml to build from · clone Supertask anew\n", result.err());
    }

    @Test
    void startsTheProgramFasterByWhatItLearnedFromARunAtTheBuild() throws Exception {
        StubCheckout.program(machine.resolve("usr/lib/jvm/jdk-25/bin/java"),
                """
                        #!/bin/sh
                        for word; do case $word in -XX:AOTCacheOutput=*) echo >"${word#*=}"; mkdir "${word#*=}.store";; esac; done
                        printf '%s\\n' "$@"
                        """);
        Path dist = Files.createDirectories(checkout.folder().resolve("target/dist"));
        Files.createFile(dist.resolve("supertask-0-jdk-25.0.3.aot"));

        String words = checkout.run("list-jobs").out();

        assertEquals("""
                -XX:+UseSerialGC
                -XX:TieredStopAtLevel=1
                -XX:-UsePerfData
                -XX:AOTCache=%1$s/supertask-1-jdk-25.0.3.aot
                -Xlog:aot*=off,cds*=off
                -jar
                %1$s/supertask-1.jar
                list-jobs
                """.formatted(dist), words);
        try (var files = Files.list(dist)) {
            assertEquals(List.of("begun", "current", "supertask-1-jdk-25.0.3.aot", "supertask-1.jar"),
                    files.map(file -> file.getFileName().toString()).sorted().toList());
        }
        // Another JDK has its own, or none.
        Path other = checkout.jdk("odd/jdk", "25.0.4");
        assertFalse(checkout.run(Map.of("JAVA_HOME", other.toString()), machine,
                checkout.folder().resolve("supertask")).out().contains("AOT"));
    }

    @Test
    void leavesNoLockWithTheProgram() throws Exception {
        StubCheckout.program(machine.resolve("usr/lib/jvm/jdk-25/bin/java"),
                "#!/bin/sh\nls -l /proc/self/fd/\n");
        String open = checkout.run(Map.of("PATH", checkout.bin() + ":/bin"), machine,
                checkout.folder().resolve("supertask")).out();
        assertTrue(open.contains("/dev/null") || open.contains("pipe") || open.contains("out"), open);
        assertFalse(open.contains(".supertask-build.lock"), open);
    }

    private StubCheckout.Started start() throws Exception {
        return checkout.start(Map.of(), machine, checkout.folder().resolve("supertask"));
    }
}
