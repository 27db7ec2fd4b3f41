package dev.supertask.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import dev.supertask.job.Job;
import dev.supertask.timetable.Crontabs;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The jobs of real crontabs against a clock that steps through real time by the rules of Debian's cron, over the
/// weeks in which clocks change.
class CrontabInstantsTest {
    private static final Map<String, String> MACROS = Map.of("@hourly", "0 * * * *", "@daily", "0 0 * * *", "@midnight",
            "0 0 * * *", "@weekly", "0 0 * * 0", "@monthly", "0 0 1 * *");

    @ParameterizedTest
    @CsvSource({"2026-03-23T00:00:00Z, 2026-04-06T00:00:00Z", "2026-10-19T00:00:00Z, 2026-11-02T00:00:00Z"})
    void areThoseOfDebiansCron(Instant after, Instant until) throws IOException {
        List<Job> jobs = Stream.concat(Crontabs.read(text("crontab-of-a-user.txt")).jobs().stream(),
                Crontabs.readSystem(text("etc-crontab.txt")).jobs().stream()).toList();
        assertTrue(jobs.size() > 20, jobs::toString);
        for (Job job : jobs) {
            String text = job.schedules().getFirst().text();
            if (!text.equals("@reboot")) {
                NaiveCron naive = new NaiveCron(MACROS.getOrDefault(text, text));
                assertEquals(NaiveClock.starts(naive, job.zone(), after, until, 60), instants(job, after, until),
                        () -> job.name() + ": " + text);
            }
        }
        assertEquals(2, jobs.stream().map(Job::zone).map(ZoneId::getId).distinct().count());
    }

    private static List<Instant> instants(Job job, Instant after, Instant until) {
        return Stream
                .iterate(job.next(after, job.frame("", after)), next -> next.isPresent() && !next.get().isAfter(until),
                        next -> job.next(next.get(), job.frame("", after)))
                .map(Optional::get).toList();
    }

    private static String text(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(Crontabs.class.getResourceAsStream(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
