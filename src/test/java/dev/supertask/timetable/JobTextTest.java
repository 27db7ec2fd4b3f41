package dev.supertask.timetable;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

import dev.supertask.job.Job;
import dev.supertask.job.Payload;
import dev.supertask.job.Place;
import dev.supertask.job.Step;
import dev.supertask.problem.Refusal;
import org.junit.jupiter.api.Test;

class JobTextTest {

    @Test
    void writesAJobAsItWouldStandUnderJobs() {
        Job job = Texts.read("""
                jobs:
                  backup:
                    description: "Dumps: all"
                    tags: [db, night]
                    when: "0 3 * * *"
                    enabled: false
                    run: |
                      set -e
                      pg_dump app
                    env: {B: "$${x}", A: "null"}
                    kill-after: 1m
                """).jobs().getFirst();

        assertEquals("""
                backup:
                  description: "Dumps: all"
                  tags: [db, night]
                  enabled: false
                  when: "0 3 * * *"
                  timezone: Europe/Berlin
                  run: |
                    set -e
                    pg_dump app
                  working-dir: /srv/ops
                  env:
                    A: "null"
                    B: "$${x}"
                  kill-after: 1m
                """, JobText.write(job));
        assertEquals(job, JobText.read(JobText.write(job)));
        assertEquals(Texts.read("jobs:\n" + JobText.write(job).indent(2)).jobs().getFirst(), job);
    }

    @Test
    void writesShellTextThatLooksLikeAPrefix() {
        Job job = withPayload(new Payload.Shell("python:print(1)"));

        assertEquals(job, JobText.read(JobText.write(job)));
    }

    @Test
    void writesEqualJobsAlikeWhateverTheOrderOfTheirVariables() {
        Map<String, String> one = new LinkedHashMap<>();
        one.put("A", "1");
        one.put("B", "2");
        Map<String, String> other = new LinkedHashMap<>();
        other.put("B", "2");
        other.put("A", "1");

        assertEquals(JobText.write(withEnv(one)), JobText.write(withEnv(other)));
    }

    @Test
    void readsBackWhateverItWrites() {
        Random random = new Random(20261124);
        for (int i = 0; i < 1000; i++) {
            Job job = new RandomJobs(random).next();
            String text = JobText.write(job);
            assertEquals(job, JobText.read(text), text);
            assertEquals(text, JobText.write(JobText.read(text)));
        }
    }

    @Test
    void refusesWhatIsNoJob() {
        assertEquals("this is not the text of one job",
                assertThrows(Refusal.class, () -> JobText.read("a: {}\nb: {}\n")).getMessage());
    }

    private static Job withPayload(Payload payload) {
        Job job = new RandomJobs(new Random(1)).next();
        return new Job(job.name(), job.description(), job.tags(), job.schedules(), job.zone(), job.enabled(),
                new Step(payload, job.steps().getFirst().place()), job.policies());
    }

    private static Job withEnv(Map<String, String> env) {
        Job job = new RandomJobs(new Random(1)).next();
        return new Job(job.name(), job.description(), job.tags(), job.schedules(), job.zone(), job.enabled(),
                new Step(job.steps().getFirst().payload(), new Place.ThisMachine(Texts.AROUND.folder(), env)),
                job.policies());
    }
}
