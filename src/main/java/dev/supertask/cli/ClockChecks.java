package dev.supertask.cli;

import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneRulesProvider;
import java.util.ArrayList;
import java.util.List;

/// Looks at the clock and the time zone.
final class ClockChecks {
    /// No machine of today has an earlier time, unless its clock is wrong.
    private static final Instant THIS_PROGRAM = Instant.parse("2026-01-01T00:00:00Z");

    private ClockChecks() {}

    static List<Finding> findings(World world) {
        Instant now = world.clock().instant();
        List<Finding> found = new ArrayList<>();
        String time = Prose.time(now, world.zone());
        found.add(now.isBefore(THIS_PROGRAM)
                ? Finding.problem("clock", time + " is before this program was made",
                        "set the clock, then switch on NTP")
                : Finding.ok("clock", time));
        found.add(Finding.ok("time zone", zone(world.zone(), now)));
        return found;
    }

    private static String zone(ZoneId zone, Instant now) {
        String offset = zone.getRules().getOffset(now).getId();
        String change = zone.getRules().nextTransition(now) == null
                ? "no change to come"
                : "changes at " + Prose.time(zone.getRules().nextTransition(now).getInstant(), zone);
        return zone.getId() + ", now " + (offset.equals("Z") ? "UTC" : "UTC" + offset) + ", " + change
                + ", rules "
                + ZoneRulesProvider.getVersions("UTC").lastEntry().getKey();
    }
}
