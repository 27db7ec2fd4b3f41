package dev.supertask.wire;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;

import org.jspecify.annotations.Nullable;

/// Instants as programs see them: with the offset of a time zone.
final class Times {
    private Times() {}

    static OffsetDateTime at(Instant instant, ZoneId zone) {
        return instant.atZone(zone).toOffsetDateTime();
    }

    static @Nullable OffsetDateTime atOrNull(@Nullable Instant instant, ZoneId zone) {
        return instant == null ? null : at(instant, zone);
    }
}
