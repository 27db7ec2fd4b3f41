package dev.supertask.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;

import org.junit.jupiter.api.Test;

class EnginesTest {
    @Test
    void skipsATestWhoseEngineIsMissingAndNamesIt() {
        var skipped = assertThrows(RuntimeException.class, () -> Engines.require("abacus", false, Map.of()));
        assertEquals("TestAbortedException", skipped.getClass().getSimpleName());
        assertEquals("this test needs \"abacus\", which is not on this machine", skipped.getMessage());
    }

    @Test
    void failsItOnTheBuildServer() {
        var failed = assertThrows(AssertionError.class,
                () -> Engines.require("abacus", false, Map.of("CI", "true")));
        assertEquals(
                "this test needs \"abacus\", which is not on this machine · CI=true: install it in .ci/run",
                failed.getMessage());
    }

    @Test
    void findsProgramsOnThePath() {
        assertTrue(Engines.onPath("sh", "/none:/bin"));
        assertFalse(Engines.onPath("no-such-program", "/none:/bin"));
        assertFalse(Engines.onPath("bin", "/"), "a folder is not a program");
    }
}
