package dev.supertask.timetable;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;

/// What a text is, by its name or by what stands in it.
class KindTest {

    @Test
    void isToldByTheName() {
        assertEquals("a timetable", kind("ops.yaml", "0 3 * * * date"));
        assertEquals("a timetable", kind("OPS.YML", "#!/bin/sh"));
        assertEquals("a timetable", kind("https://example.org/ops.json?v=1#top", "0 3 * * * date"));
        assertEquals("a task file", kind("clean.py", "jobs: {}"));
    }

    @Test
    void isToldByWhatStandsInItWhereTheNameSaysNothing() {
        assertEquals("a timetable", kind("<stdin>", "{\"jobs\": {}}"));
        assertEquals("a timetable", kind("<stdin>", "# nightly\njobs:\n  a: {when: '0 3 * * *'}\n"));
        assertEquals("a timetable", kind("ops", "- a b c d e f\n- 1 2 3 4 5 6\n"));
        assertEquals("a timetable", kind("ops.conf", ""));
        assertEquals("a crontab", kind("<stdin>", "# m h dom mon dow\n\n*/5 0-7 1,15 JAN mon-fri date\n"));
        assertEquals("a crontab", kind("tab", "MAILTO=ada\n@daily date\n"));
        assertEquals("a crontab", kind("tab", "@reboot date"));
        assertEquals("a task file", kind("clean", "#!/bin/sh\n# /// task\n# cron = \"@daily\"\n# ///\n"));
        assertEquals("a task file", kind("clean", "-- /// task\n"));
        assertEquals("a program", kind("clean", "#!/bin/sh\ndate\n"));
    }

    private static String kind(String name, String text) {
        return Kind.of(new Source(name, name, Path.of("/"), text)).what();
    }
}
