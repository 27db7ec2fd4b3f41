package dev.supertask.timetable;

import static dev.supertask.timetable.Texts.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;

import dev.supertask.job.CatchUp;
import dev.supertask.job.Delivery;
import dev.supertask.job.Job;
import dev.supertask.job.Policies;
import org.junit.jupiter.api.Test;

/// What a timetable says of occurrences that passed, and of runs that nobody knows the end of.
class PromisesTest {

    @Test
    void areTheDefaultsWhereNothingIsSaid() {
        Policies policies = only("").policies();

        assertEquals(new CatchUp(CatchUp.Mode.LATEST, Duration.ofHours(24)), policies.catchUp());
        assertEquals(Delivery.AT_MOST_ONCE, policies.delivery());
        assertEquals(List.of("none", "latest", "all"),
                List.of(CatchUp.Mode.values()).stream().map(CatchUp.Mode::word).toList());
        assertEquals(List.of("at-most-once", "at-least-once"),
                List.of(Delivery.values()).stream().map(Delivery::word).toList());
    }

    @Test
    void areReadFromAJobAndEachKeyFromTheDefaultsWhereItSaysNothing() {
        Timetable timetable = Texts.read("""
                defaults: {catch-up: all, catch-up-window: 2h, delivery: at-least-once}
                jobs:
                  inherits: {when: once, run: date}
                  narrows: {when: once, run: date, catch-up-window: 90s}
                  differs: {when: once, run: date, catch-up: none, delivery: at-most-once}
                """);

        assertEquals(List.of(new CatchUp(CatchUp.Mode.ALL, Duration.ofHours(2)),
                new CatchUp(CatchUp.Mode.ALL, Duration.ofSeconds(90)),
                new CatchUp(CatchUp.Mode.NONE, Duration.ofHours(2))),
                timetable.jobs().stream().map(job -> job.policies().catchUp()).toList());
        assertEquals(List.of(Delivery.AT_LEAST_ONCE, Delivery.AT_LEAST_ONCE, Delivery.AT_MOST_ONCE),
                timetable.jobs().stream().map(job -> job.policies().delivery()).toList());
    }

    @Test
    void areWrittenWhereTheyAreNotTheDefaults() {
        Job job = only("catch-up: all\n    catch-up-window: 90m\n    delivery: at-least-once");
        String text = JobText.write(job);

        assertEquals("""
                  catch-up: all
                  catch-up-window: 1h30m
                  delivery: at-least-once
                """, text.substring(text.indexOf("  catch-up")));
        assertEquals(job, JobText.read(text));
        assertEquals(only(""), only("catch-up: latest\n    catch-up-window: 1d\n    delivery: at-most-once"));
    }

    @Test
    void refuseAnotherMode() {
        refused(job("catch-up: al"), """
                supertask.yaml:5:15: "catch-up" in job "backup" cannot be "al" · did you mean "all"?
                    5 |     catch-up: al
                      |               ^~
                """);
        refused(job("catch-up: true"), """
                supertask.yaml:5:15: "catch-up" in job "backup" cannot be "true" · write one of none, latest, all
                    5 |     catch-up: true
                      |               ^~~~
                """);
    }

    @Test
    void refuseAWindowThatIsNoDurationOrNothing() {
        refused(job("catch-up-window: 0s"),
                """
                        supertask.yaml:5:22: "catch-up-window" in job "backup" must be longer than nothing · write a duration such as 30s, 5m or 2h, or remove the key
                            5 |     catch-up-window: 0s
                              |                      ^~
                        """);
        refused(job("catch-up-window: [1h]"), """
                supertask.yaml:5:22: "catch-up-window" in job "backup" must be one value, but is a list
                    5 |     catch-up-window: [1h]
                      |                      ^~~~
                """);
    }

    @Test
    void refuseAnotherDelivery() {
        refused(job("delivery: exactly-once"),
                """
                        supertask.yaml:5:15: "delivery" in job "backup" cannot be "exactly-once" · write one of at-most-once, at-least-once
                            5 |     delivery: exactly-once
                              |               ^~~~~~~~~~~~
                        """);
        refused(job("delivery:"), """
                supertask.yaml:5:5: "delivery" in job "backup" has no value · write one, or remove the key
                    5 |     delivery:
                      |     ^~~~~~~~
                """);
    }

    private static Job only(String keys) {
        return Texts.read(job(keys)).jobs().getFirst();
    }

    private static String job(String keys) {
        return """
                jobs:
                  backup:
                    when: "0 3 * * *"
                    run: pg_dump app
                    %s
                """.formatted(keys);
    }
}
