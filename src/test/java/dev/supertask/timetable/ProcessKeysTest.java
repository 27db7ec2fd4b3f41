package dev.supertask.timetable;

import static dev.supertask.timetable.Texts.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;

import dev.supertask.job.Job;
import dev.supertask.job.Limits;
import dev.supertask.job.LogSettings;
import dev.supertask.job.Place;
import dev.supertask.job.ProcessSettings;
import org.junit.jupiter.api.Test;

/// The keys that say as whom a job runs, within which bounds, and how its log is kept.
class ProcessKeysTest {

    @Test
    void readsThemAll() {
        Job job = Texts.read("""
                jobs:
                  backup:
                    when: once
                    run: date
                    user: backup
                    group: 34
                    umask: 0027
                    nice: -5
                    limits: {memory: 512MiB, cpu-time: 1h, open-files: 1000, file-size: 2GB, processes: 50}
                    log: {streams: apart, times: true, max-size: 10MiB, keep: head+tail}
                """).jobs().getFirst();

        assertEquals(new ProcessSettings("backup", "34", 027, -5,
                new Limits(536_870_912L, Duration.ofHours(1), 1000L, 2_000_000_000L, 50L)), process(job));
        assertEquals(new LogSettings(true, true, 10_485_760), job.policies().log());
        assertEquals("""
                backup:
                  when: once
                  timezone: Europe/Berlin
                  run: date
                  working-dir: /srv/ops
                  user: backup
                  group: 34
                  umask: 0027
                  nice: "-5"
                  limits:
                    memory: 512MiB
                    cpu-time: 1h
                    open-files: 1000
                    file-size: 2GB
                    processes: 50
                  log:
                    streams: apart
                    times: true
                    max-size: 10MiB
                """, JobText.write(job));
    }

    @Test
    void takesEachFromTheDefaultsWhereTheJobSaysNothing() {
        Job job = Texts.read("""
                defaults:
                  user: backup
                  umask: "077"
                  limits: {memory: 1GiB, processes: 50}
                  log: {streams: apart, max-size: 1MB}
                jobs:
                  backup:
                    when: once
                    run: date
                    user: root
                    limits: {memory: 2GiB}
                    log: {streams: together}
                """).jobs().getFirst();

        assertEquals(new ProcessSettings("root", null, 077, null, new Limits(2L << 30, null, null, null, 50L)),
                process(job));
        assertEquals(new LogSettings(false, false, 1_000_000), job.policies().log());
    }

    @Test
    void pinsTheDefaults() {
        Job job = Texts.read("jobs: {backup: {when: once, run: date}}").jobs().getFirst();

        assertEquals(new ProcessSettings(null, null, null, null, new Limits(null, null, null, null, null)),
                process(job));
        assertEquals(new LogSettings(false, false, 0), job.policies().log());
    }

    @Test
    void refusesWhatIsNoUserOrGroup() {
        refused("""
                jobs:
                  backup:
                    when: once
                    run: date
                    user: ada:adm
                    group: [adm]
                """,
                """
                        supertask.yaml:5:11: "ada:adm" cannot name a user · write its name, such as "backup", or its number
                            5 |     user: ada:adm
                              |           ^~~~~~~
                        supertask.yaml:6:12: "group" in job "backup" must be one value, but is a list
                            6 |     group: [adm]
                              |            ^~~~~
                        """);
    }

    @Test
    void refusesWhatIsNoUmaskOrNiceness() {
        refused("""
                jobs:
                  backup:
                    when: once
                    run: date
                    umask: 0828
                    nice: 20
                """,
                """
                        supertask.yaml:5:12: "0828" is no umask · write three octal digits, such as "027"
                            5 |     umask: 0828
                              |            ^~~~
                        supertask.yaml:6:11: "20" is no niceness · write a number from -20, which comes first, to 19, which comes last
                            6 |     nice: 20
                              |           ^~
                        """);
    }

    @Test
    void refusesLimitsThatAreNone() {
        refused("""
                jobs:
                  backup:
                    when: once
                    run: date
                    limits:
                      memory: 512
                      cpu-time: 1500ms
                      open-files: many
                      file-size: 1gib
                      procs: 5
                """,
                """
                        supertask.yaml:6:15: "512" has no unit · write 512MiB, for example
                            6 |       memory: 512
                              |               ^~~
                        supertask.yaml:7:17: "cpu-time" in "limits" of job "backup" must be whole seconds · write a duration such as 90s or 1h
                            7 |       cpu-time: 1500ms
                              |                 ^~~~~~
                        supertask.yaml:8:19: "many" is no number from 1 · write one, or remove the key
                            8 |       open-files: many
                              |                   ^~~~
                        supertask.yaml:9:18: unknown unit "gib" in "1gib" · did you mean "1GiB"?
                            9 |       file-size: 1gib
                              |                  ^~~~
                        supertask.yaml:10:7: unknown key "procs" in "limits" of job "backup" · known here: cpu-time, file-size, memory, open-files, processes
                           10 |       procs: 5
                              |       ^~~~~
                        """);
    }

    @Test
    void refusesWhatALogCannotBe() {
        refused("""
                defaults:
                  log: {streams: two, times: yes, max-size: 0MiB, keep: tail}
                jobs:
                  backup: {when: once, run: date}
                """,
                """
                        supertask.yaml:2:18: "two" is no value of "streams" in "log" of "defaults" · write apart or together
                            2 |   log: {streams: two, times: yes, max-size: 0MiB, keep: tail}
                              |                  ^~~
                        supertask.yaml:2:30: "yes" is no boolean · write true or false
                            2 |   log: {streams: two, times: yes, max-size: 0MiB, keep: tail}
                              |                              ^~~
                        supertask.yaml:2:45: "0MiB" is nothing · write a size such as 512MiB, or remove the key
                            2 |   log: {streams: two, times: yes, max-size: 0MiB, keep: tail}
                              |                                             ^~~~
                        supertask.yaml:2:57: "tail" is no value of "keep" in "log" of "defaults" · write head+tail
                            2 |   log: {streams: two, times: yes, max-size: 0MiB, keep: tail}
                              |                                                         ^~~~
                        """);
    }

    @Test
    void refusesALogThatIsNoMap() {
        refused("""
                jobs:
                  backup: {when: once, run: date, log: apart, limits: 512MiB}
                """,
                """
                        supertask.yaml:2:40: "log" in job "backup" must be a map, but is text · write {max-size: 10MiB}, for example
                            2 |   backup: {when: once, run: date, log: apart, limits: 512MiB}
                              |                                        ^~~~~
                        supertask.yaml:2:55: "limits" in job "backup" must be a map, but is text · write {memory: 512MiB}, for example
                            2 |   backup: {when: once, run: date, log: apart, limits: 512MiB}
                              |                                                       ^~~~~~
                        """);
    }

    private static ProcessSettings process(Job job) {
        return switch (job.steps().getFirst().place()) {
            case Place.ThisMachine here -> here.process();
        };
    }
}
