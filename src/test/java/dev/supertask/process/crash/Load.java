package dev.supertask.process.crash;

import java.io.IOException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;

import dev.supertask.testkit.RunningProgram;
import dev.supertask.testkit.Waiting;

/// Short and long jobs, each of which writes down itself that it ran, says lines that are known before, and ends
/// with a code that its occurrence tells.
final class Load {
    /// The namespace.
    static final String NAMESPACE = "load";

    /// The jobs, and how often each is due.
    static final Map<String, Duration> JOBS = Map.of("quick", Duration.ofMillis(200), "half", Duration.ofMillis(500),
            "latest", Duration.ofSeconds(1), "skips", Duration.ofMillis(700), "long", Duration.ofSeconds(5),
            "longer", Duration.ofSeconds(7), "again", Duration.ofSeconds(1));

    private static final String TIMETABLE = """
            namespace: load
            timezone: UTC
            defaults: {catch-up: all, catch-up-window: 1h}
            jobs:
              quick: {every: 200ms, exec: [sh, job, "0"]}
              half: {every: 500ms, exec: [sh, job, "0.1"]}
              latest: {every: 1s, catch-up: latest, exec: [sh, job, "0"]}
              skips: {every: 700ms, catch-up: none, exec: [sh, job, "1"]}
              long: {every: 5s, exec: [sh, job, "4"]}
              longer: {every: 7s, catch-up: latest, exec: [sh, job, "9"]}
              again: {every: 1s, delivery: at-least-once, exec: [sh, job, "0.2"]}
            """;

    // Its last digit of a second tells how it ends.
    private static final String JOB = """
            second=${SUPERTASK_OCCURRENCE#*T??:??:?}
            echo "$SUPERTASK_JOB $SUPERTASK_RUN_ID $SUPERTASK_ATTEMPT $SUPERTASK_OCCURRENCE" >>witness
            echo "$SUPERTASK_JOB begins for $SUPERTASK_OCCURRENCE"
            [ "$1" = 0 ] || sleep "$1"
            echo "attempt $SUPERTASK_ATTEMPT ends" >&2
            exit "$((${second%%[!0-9]*} % 4))"
            """;

    private Load() {}

    /// Writes the timetable and what its jobs run.
    static void write(Site site) throws IOException {
        site.write("supertask.yaml", TIMETABLE);
        site.write("job", JOB);
        site.write("witness", "");
    }

    /// Waits until nothing is left to be caught up with: what waits to be launched when a scheduler ends is given
    /// back, for the next one, and has no record meanwhile.
    static void awaitNoBacklog(Site site, RunningProgram scheduler) throws Exception {
        try {
            Waiting.until("there is no backlog", () -> {
                OffsetDateTime now = OffsetDateTime.now(ZoneOffset.UTC);
                return site.runs(NAMESPACE).stream()
                        .noneMatch(run -> run.state().equals("queued")
                                && Objects.requireNonNull(run.scheduledAt()).isBefore(now));
            });
        } catch (AssertionError e) {
            throw new AssertionError(e.getMessage() + "\n" + scheduler, e);
        }
    }

    /// How the last attempt for an occurrence ends.
    static int exitCode(OffsetDateTime occurrence) {
        return occurrence.getSecond() % 10 % 4;
    }

    /// What an attempt that ran to its end has written.
    static String log(String job, String occurrence, int attempt) {
        return job + " begins for " + occurrence + "\nattempt " + attempt + " ends\n";
    }
}
