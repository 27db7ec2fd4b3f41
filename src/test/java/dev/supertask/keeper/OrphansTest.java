package dev.supertask.keeper;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import dev.supertask.testkit.Engines;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class OrphansTest {
    private static final List<String> AS_FIRST_PROCESS = List.of("unshare", "--pid", "--fork", "--mount-proc");

    private @TempDir Path folder;

    @Test
    @Timeout(60)
    void theFirstProcessOfAContainerReapsWhatIsNotItsOwnAndLeavesItsOwnAlone() throws Exception {
        Engines.require("root with process-id namespaces", canMakeNamespaces());
        List<String> words = new ArrayList<>(AS_FIRST_PROCESS);
        words.addAll(List.of(Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path"),
                FirstProcessMain.class.getName()));
        Process process = new ProcessBuilder(words).directory(folder.toFile()).redirectErrorStream(true).start();

        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertEquals("1 7 0", said.strip());
    }

    private boolean canMakeNamespaces() throws InterruptedException {
        List<String> words = new ArrayList<>(AS_FIRST_PROCESS);
        words.add("true");
        try {
            return new ProcessBuilder(words).start().waitFor() == 0;
        } catch (IOException noSuchProgram) {
            return false;
        }
    }
}
