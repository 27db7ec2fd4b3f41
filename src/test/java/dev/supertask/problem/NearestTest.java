package dev.supertask.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

class NearestTest {
    private static final List<String> KEYS = List.of("timeout", "timezone", "run", "every", "env", "exec");

    @Test
    void findsWhatWasMeant() {
        assertEquals(Optional.of("timeout"), Nearest.to("tiemout", KEYS));
        assertEquals(Optional.of("timeout"), Nearest.to("TimeOut", KEYS));
        assertEquals(Optional.of("timezone"), Nearest.to("time-zone", KEYS));
        assertEquals(Optional.of("run"), Nearest.to("rnu", KEYS));
        assertEquals("did you mean \"every\"?", Nearest.hint("evry", KEYS));
    }

    @Test
    void isSilentWhenNothingIsNear() {
        assertEquals(Optional.empty(), Nearest.to("description", KEYS));
        assertEquals(Optional.empty(), Nearest.to("", List.of("timeout")));
        assertNull(Nearest.hint("xyz", KEYS));
        assertNull(Nearest.hint("run", List.of()));
    }

    @Test
    void ranksTheNearestFirstAndEqualsByName() {
        assertEquals(List.of("job-1", "job-2", "job-3"),
                Nearest.ranked("job-1", List.of("job-3", "job-2", "job-1", "job-1", "other"), 5));
        assertEquals(List.of("job-1"), Nearest.ranked("job-1", List.of("job-3", "job-2", "job-1"), 1));
    }

    @Test
    void countsASwapOfNeighboursAsOneEdit() {
        assertEquals(1, Nearest.distance("ab", "ba", 3));
        assertEquals(3, Nearest.distance("kitten", "sitting", 5));
        assertEquals(3, Nearest.distance("abcdef", "uvwxyz", 2), "over the limit is over the limit");
        assertEquals(3, Nearest.distance("a", "abcdef", 2));
    }
}
