package dev.supertask.timetable;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import dev.supertask.problem.Nearest;
import dev.supertask.problem.Refusal;
import org.jspecify.annotations.Nullable;

/// Time zones by name.
public final class Zones {
    private Zones() {}

    /// The zone of a field; null with the nearest name told where there is none.
    static @Nullable ZoneId read(Field field, Values values) {
        Yaml.Scalar scalar = values.scalar(field);
        return scalar == null ? null : of(scalar, scalar.text(), values.reading()).orElse(null);
    }

    /// The zone of a name; empty with the nearest name told where there is none.
    ///
    /// @param scalar where the name stands
    static Optional<ZoneId> of(Yaml.Scalar scalar, String name, Reading reading) {
        return Optional.ofNullable(reading.parse(scalar, 0, Zones::parse, name));
    }

    /// The zone of a name, such as `Europe/Berlin` or `+02:00`.
    ///
    /// @throws Refusal with the nearest name where there is none
    public static ZoneId parse(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException e) {
            throw Refusal.mistake("unknown time zone \"" + name + "\"",
                    near(name).map(zone -> "did you mean \"" + zone + "\"?")
                            .orElse("write a name such as \"Europe/Berlin\" or \"UTC\""));
        }
    }

    /// A mistyped name, or a city without its continent.
    private static Optional<String> near(String text) {
        Set<String> ids = ZoneId.getAvailableZoneIds();
        String city = "/" + text.strip().replace(' ', '_').toLowerCase(Locale.ROOT);
        return ids.stream().filter(id -> id.toLowerCase(Locale.ROOT).endsWith(city)).sorted().findFirst()
                .or(() -> Nearest.to(text, ids));
    }
}
