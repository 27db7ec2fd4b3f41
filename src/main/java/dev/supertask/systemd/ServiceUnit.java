package dev.supertask.systemd;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/// A unit that runs a timetable as a service in which jobs can live.
///
/// @param user whether it is one of a user's own manager, not of the system's
/// @param name of the timetable it is for, or null for a template, whose instances name it
/// @param file the timetable, with the manager's specifiers (systemd.unit(5)) where it is a template
/// @param program the absolute path of supertask
public record ServiceUnit(boolean user, @Nullable String name, String file, String program) {
    /// For every timetable in a folder: `supertask@ops.service` runs `ops.yaml`.
    public static ServiceUnit template(boolean user, String program) {
        // %E is /etc, or the user's ~/.config
        return new ServiceUnit(user, null, "%E/supertask/%i.yaml", program);
    }

    /// For one timetable.
    ///
    /// @param name what tells it from others
    /// @param file its absolute path
    public static ServiceUnit of(boolean user, String name, String file, String program) {
        return new ServiceUnit(user, name, quoted(file), program);
    }

    /// The name of the unit's file.
    public String fileName() {
        return name == null ? "supertask@.service" : "supertask-" + name + ".service";
    }

    /// The text of the unit.
    public String text() {
        return resource().replace("{{scope}}", user ? "--user " : "")
                .replace("{{unit}}", name == null ? "supertask@NAME" : "supertask-" + name)
                .replace("{{what}}", name == null ? "timetable %i" : "timetable " + name)
                .replace("{{after}}", user ? "" : "After=network-online.target\nWants=network-online.target\n")
                .replace("{{program}}", quoted(program)).replace("{{file}}", file)
                .replace("{{target}}", user ? "default.target" : "multi-user.target");
    }

    /// As a word of a command line in a unit, whatever it consists of: systemd.service(5).
    private static String quoted(String word) {
        String escaped = word.replace("\\", "\\\\").replace("\"", "\\\"").replace("%", "%%").replace("$", "$$");
        return escaped.matches("[A-Za-z0-9/._%@+:=-]+") ? escaped : "\"" + escaped + "\"";
    }

    private static String resource() {
        try (InputStream in = Objects.requireNonNull(ServiceUnit.class.getResourceAsStream("service"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
