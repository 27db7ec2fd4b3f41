package dev.supertask.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;

import org.junit.jupiter.api.Test;

/// How far a run says that it is.
class AdvanceTest {
    @Test
    void readsFractionsAndPercents() {
        assertEquals(Optional.of(new Advance(0.4, "half of it")), Advance.read("0.4 half of it"));
        assertEquals(Optional.of(new Advance(0.4, "half")), Advance.read(" 40%  half "));
        assertEquals(Optional.of(new Advance(1, "")), Advance.read("1"));
        assertEquals(Optional.of(new Advance(0.05, "")), Advance.read(".05"));
        assertEquals("40 % half of it", new Advance(0.4, "half of it").words());
        assertEquals("100 %", new Advance(1, "").words());
    }

    @Test
    void whatIsNoFractionSaysNothing() {
        assertEquals(Optional.empty(), Advance.read("half"));
        assertEquals(Optional.empty(), Advance.read("4 of 10"));
        assertEquals(Optional.empty(), Advance.read("101%"));
        assertEquals(Optional.empty(), Advance.read("-0.1"));
        assertEquals(Optional.empty(), Advance.read("0.4half"));
        assertEquals(Optional.empty(), Advance.read(""));
    }
}
