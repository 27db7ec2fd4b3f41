package dev.supertask.timetable;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.supertask.job.Job;
import dev.supertask.job.Payload;
import dev.supertask.job.Place;
import dev.supertask.problem.Problem;

/// Reads the crontabs of tests: those of Ada, on a machine that also has root and www-data.
public final class Crontabs {
    /// Where they are read.
    public static final Surroundings AROUND = new Surroundings(Path.of("/srv/ops"), ZoneId.of("Europe/Berlin"),
            Map.of());
    private static final Map<String, Path> HOMES = Map.of("ada", Path.of("/home/ada"), "root", Path.of("/root"),
            "www-data", Path.of("/var/www"), "mail", Path.of("/var/mail"));

    /// The machine.
    public static final CrontabHost HOST = new CrontabHost() {
        @Override
        public User self() {
            return new User("ada", Path.of("/home/ada"));
        }

        @Override
        public Optional<User> account(String name) {
            return Optional.ofNullable(HOMES.get(name)).map(home -> new User(name, home));
        }

        @Override
        public boolean isProgram(String word) {
            return List.of("test", "mail", "true").contains(word);
        }
    };

    private Crontabs() {}

    /// The jobs of Ada's own.
    public static Timetable read(String text) {
        return CrontabText.read("crontab", text, CrontabForm.USER, AROUND, HOST);
    }

    /// The jobs of the machine's.
    public static Timetable readSystem(String text) {
        return CrontabText.read("crontab", text, CrontabForm.SYSTEM, AROUND, HOST);
    }

    static Job only(String text) {
        List<Job> jobs = read(text).jobs();
        if (jobs.size() != 1) {
            throw new AssertionError(jobs);
        }
        return jobs.getFirst();
    }

    static List<String> warnings(String text) {
        return read(text).warnings().stream().map(Problem::render).toList();
    }

    static Payload.Shell command(Job job) {
        return (Payload.Shell) job.steps().getFirst().payload();
    }

    static Place.ThisMachine place(Job job) {
        return (Place.ThisMachine) job.steps().getFirst().place();
    }
}
