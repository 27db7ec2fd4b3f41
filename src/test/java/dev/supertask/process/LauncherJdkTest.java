package dev.supertask.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import dev.supertask.testkit.StubCheckout;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// `./supertask` finds a JDK that is new enough, and starts no other to find out.
class LauncherJdkTest {
    @TempDir
    private Path machine;
    private StubCheckout checkout;

    @BeforeEach
    void aCheckout() throws Exception {
        checkout = new StubCheckout(machine);
    }

    @Test
    void prefersJavaHomeThenThePathThenTheUsualPlaces() throws Exception {
        Path usual = checkout.jdk("usr/lib/jvm/a", "25");
        assertEquals(usual.toString(), checkout.run().jdk());
        Path onPath = checkout.jdk("odd/on path", "26-ea");
        onThePath(onPath);
        assertEquals(onPath.toString(), checkout.run().jdk());
        Path chosen = checkout.jdk("odd/chosen one", "27.0.1");
        assertEquals(chosen.toString(), runWithJavaHome(chosen).jdk());
    }

    @ParameterizedTest
    @ValueSource(strings = {"usr/lib/jvm/x", "usr/java/x", "opt/x", "opt/java/x",
            "home/.sdkman/candidates/java/x",
            "home/.jdks/x", "home/.gradle/jdks/x", "home/.local/share/mise/installs/java/x",
            "Library/Java/JavaVirtualMachines/x/Contents/Home",
            "home/Library/Java/JavaVirtualMachines/x/Contents/Home"})
    void looksInTheUsualPlaces(String place) throws Exception {
        assertEquals(checkout.jdk(place, "25.0.3").toString(), checkout.run().jdk());
    }

    @Test
    void passesByWhatIsTooOldWithoutStartingIt() throws Exception {
        Path eight = checkout.jdk("usr/lib/jvm/a", "1.8.0_402");
        Path seventeen = checkout.jdk("odd/17", "17.0.15");
        Path onPath = checkout.jdk("odd/21", "21");
        onThePath(onPath);
        Path good = checkout.jdk("usr/lib/jvm/b", "25.0.3");
        assertEquals(good.toString(), runWithJavaHome(seventeen).jdk());
        for (Path old : new Path[]{eight, seventeen, onPath}) {
            assertFalse(Files.exists(old.resolve("started")), old.toString());
        }
    }

    @Test
    void passesByWhatIsNoJdk() throws Exception {
        Path runtimeOnly = checkout.jdk("usr/lib/jvm/a", "25");
        Files.delete(runtimeOnly.resolve("bin/javac"));
        Path saysNoVersion = checkout.jdk("usr/lib/jvm/b", "25");
        Files.writeString(saysNoVersion.resolve("release"), "IMPLEMENTOR=\"Stub\"\n");
        Path silent = checkout.jdk("usr/lib/jvm/c", "25");
        Files.delete(silent.resolve("release"));
        Path good = checkout.jdk("usr/lib/jvm/d", "25");
        assertEquals(good.toString(), checkout.run().jdk());
    }

    @Test
    void saysInOneSentenceThatThereIsNoneAndHowToGetOne() throws Exception {
        onThePath(checkout.jdk("odd/17", "17.0.15"));
        var result = checkout.run();
        assertEquals(1, result.exit());
        assertEquals("", result.out());
        assertEquals("""
                supertask: no JDK 25 or later was found · install one (Temurin's from https://adoptium.net, \
                or openjdk-25-jdk where the system has that package), or set JAVA_HOME to one
                """, result.err());
    }

    @Test
    void handsTheJdkThatItFoundToMaven() throws Exception {
        Path odd = checkout.jdk("odd/place of mine", "25");
        runWithJavaHome(odd);
        assertEquals(odd.toString(), checkout.builds().getFirst());
    }

    private StubCheckout.Result runWithJavaHome(Path home) throws Exception {
        return checkout.run(Map.of("JAVA_HOME", home.toString()), machine,
                checkout.folder().resolve("supertask"));
    }

    /// As Debian does it: a link to a link to the program.
    private void onThePath(Path jdk) throws Exception {
        Path alternative = Files.createSymbolicLink(machine.resolve("alternative"), jdk.resolve("bin/java"));
        Files.createSymbolicLink(checkout.bin().resolve("java"), alternative);
    }
}
