package dev.supertask.timetable;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import dev.supertask.problem.Nearest;
import org.jspecify.annotations.Nullable;

/// Time zones by name.
final class Zones {
    private Zones() {}

    /// The zone of a field; null with the nearest name told where there is none.
    static @Nullable ZoneId read(Field field, Values values) {
        Yaml.Scalar scalar = values.scalar(field);
        if (scalar == null) {
            return null;
        }
        try {
            return ZoneId.of(scalar.text());
        } catch (DateTimeException e) {
            values.reading().mistake(scalar.span(), "unknown time zone \"" + scalar.text() + "\"",
                    near(scalar.text()).map(zone -> "did you mean \"" + zone + "\"?")
                            .orElse("write a name such as \"Europe/Berlin\" or \"UTC\""));
            return null;
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
