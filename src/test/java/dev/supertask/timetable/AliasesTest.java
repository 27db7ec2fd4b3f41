package dev.supertask.timetable;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;

import dev.supertask.job.Job;
import dev.supertask.job.Payload;
import org.junit.jupiter.api.Test;

/// Anchors, aliases and merge keys, and the limits of what they may unfold to.
class AliasesTest {

    @Test
    void repeatsAValueByItsAlias() {
        Timetable timetable = Texts.read("""
                jobs:
                  first: &job {when: once, run: date}
                  second: *job
                """);

        assertEquals(new Payload.Shell("date"), timetable.jobs().getLast().steps().getFirst().payload());
    }

    @Test
    void mergesWhatAJobDoesNotSayItself() {
        List<Job> jobs = jobs("""
                jobs:
                  first: &first {when: once, run: date, timeout: 1h}
                  second: &second
                    timeout: 2h
                    <<: *first
                    run: uptime
                  third:
                    <<: [*second, *first, {description: inline}]
                """);

        assertEquals(new Payload.Shell("uptime"), jobs.get(1).steps().getFirst().payload());
        assertEquals(Duration.ofHours(2), jobs.get(1).policies().timeout());
        assertEquals(new Payload.Shell("uptime"), jobs.get(2).steps().getFirst().payload());
        assertEquals("inline", jobs.get(2).description());
    }

    @Test
    void takesAQuotedMergeKeyForAnOrdinaryOne() {
        Texts.refused("""
                jobs:
                  first: {when: once, run: date, "<<": {timeout: 1h}}
                """,
                """
                        supertask.yaml:2:34: unknown key "<<" in job "first" · known here: {the keys of jobs}
                            2 |   first: {when: once, run: date, "<<": {timeout: 1h}}
                              |                                  ^~~~
                        """);
    }

    @Test
    void refusesASmallTextThatUnfoldsToAHugeOne() {
        StringBuilder bomb = new StringBuilder(
                "a0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol, lol]\n");
        for (int i = 1; i < 10; i++) {
            String alias = "*a" + (i - 1);
            bomb.append("a%d: &a%d [".formatted(i, i)).append((alias + ", ").repeat(9)).append(alias)
                    .append("]\n");
        }

        Texts.refused(bomb.toString(), """
                supertask.yaml:7:25: the aliases of this text unfold to more than 5 million values · \
                write out what is meant
                    7 | a6: &a6 [*a5, *a5, *a5, *a5, *a5, *a5, *a5, *a5, *a5, *a5]
                      |                         ^~~
                """);
    }

    @Test
    void refusesATextThatIsNestedTooDeeply() {
        Texts.refused("jobs: " + "[".repeat(100_000), """
                supertask.yaml:1:56: this is nested more than 50 levels deep · no timetable needs that
                    1 | jobs: %s…
                      | %s^
                """.formatted("[".repeat(94), " ".repeat(55)));
    }

    private static List<Job> jobs(String text) {
        return Texts.read(text).jobs();
    }
}
