package dev.supertask.timetable;

import static dev.supertask.timetable.Texts.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import dev.supertask.job.Job;
import dev.supertask.job.Payload;
import dev.supertask.job.Place;
import dev.supertask.job.ProcessSettings;
import dev.supertask.job.Step;
import org.junit.jupiter.api.Test;

/// The keys that say what a crontab can say: `shell`, `stdin` and `clear-env`.
class CronLikeKeysTest {

    @Test
    void readsAndWritesThem() {
        Job job = Texts.read("""
                jobs:
                  greet:
                    when: once
                    run: mail -s hello ada
                    shell: /bin/bash
                    stdin: |
                      Hello,
                      Ada
                    clear-env: true
                """).jobs().getFirst();

        assertEquals(new Step("", Step.Condition.SUCCESS, new Payload.Shell("mail -s hello ada", "/bin/bash"),
                "Hello,\nAda\n",
                new Place.ThisMachine(Path.of("/srv/ops"), Map.of(), ProcessSettings.INHERITED, true)),
                job.steps().getFirst());
        assertEquals("""
                greet:
                  when: once
                  timezone: Europe/Berlin
                  run: mail -s hello ada
                  shell: /bin/bash
                  stdin: |
                    Hello,
                    Ada
                  working-dir: /srv/ops
                  clear-env: true
                """, JobText.write(job));
        assertEquals(job, JobText.read(JobText.write(job)));
    }

    @Test
    void takesShellAndClearEnvFromTheDefaults() {
        List<Job> jobs = Texts.read("""
                defaults: {shell: bash, clear-env: true}
                jobs:
                  a: {when: once, run: date}
                  b: {when: once, run: date, shell: /bin/sh, clear-env: false}
                  c: {when: once, exec: [date]}
                """).jobs();

        assertEquals(List.of(new Payload.Shell("date", "bash"), new Payload.Shell("date"),
                new Payload.Argv(List.of("date"))),
                jobs.stream().map(job -> job.steps().getFirst().payload()).toList());
        assertEquals(List.of(true, false, true), jobs.stream()
                .map(job -> job.steps().getFirst().place() instanceof Place.ThisMachine here && here.clearEnv())
                .toList());
    }

    @Test
    void refusesAShellWithOptions() {
        refused("""
                jobs:
                  a: {when: once, run: date, shell: bash -e}
                """,
                """
                        supertask.yaml:2:37: "bash -e" cannot be a shell · write its path or name alone, such as /bin/bash
                            2 |   a: {when: once, run: date, shell: bash -e}
                              |                                     ^~~~~~~
                        """);
    }

    @Test
    void refusesAShellWhereNoneIsUsed() {
        refused("""
                jobs:
                  a: {when: once, exec: [date], shell: bash}
                """,
                """
                        supertask.yaml:2:33: "shell" in job "a" belongs to no shell text · remove it; only a command under "run" is run by a shell
                            2 |   a: {when: once, exec: [date], shell: bash}
                              |                                 ^~~~~
                        """);
    }

    @Test
    void refusesInputThatIsTooLong() {
        String line = "  a: {when: once, run: date, stdin: \"" + "x".repeat((4 << 20) + 1) + "\"}";
        refused("jobs:\n" + line + "\n",
                """
                        supertask.yaml:2:30: "stdin" in job "a" is longer than 4 MiB · put it into a file, and read that by "<" in the command
                            2 | %s…
                              |                              ^~~~~
                        """
                        .formatted(line.substring(0, 100)));
    }

    @Test
    void refusesAFlagThatIsNone() {
        refused("""
                jobs:
                  a: {when: once, run: date, clear-env: yes}
                """, """
                supertask.yaml:2:41: "yes" is no boolean · write true or false
                    2 |   a: {when: once, run: date, clear-env: yes}
                      |                                         ^~~
                """);
    }
}
