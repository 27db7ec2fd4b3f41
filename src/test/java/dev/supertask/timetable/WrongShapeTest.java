package dev.supertask.timetable;

import static dev.supertask.timetable.Texts.refused;

import org.junit.jupiter.api.Test;

/// What is said of texts that are no timetables.
class WrongShapeTest {

    @Test
    void saysThatATextIsEmpty() {
        refused("", """
                supertask.yaml:1:1: the timetable is empty · add "jobs:" with at least one job
                    1 |\s
                      | ^
                """);
    }

    @Test
    void takesATextOfCommentsForEmpty() {
        refused("""
                # nothing yet
                """, """
                supertask.yaml:1:1: the timetable is empty · add "jobs:" with at least one job
                    1 | # nothing yet
                      | ^
                """);
    }

    @Test
    void saysThatThereAreNoJobs() {
        refused("""
                namespace: ops
                """, """
                supertask.yaml:1:1: the timetable has no "jobs" · add them: "jobs: {NAME: {when: …, run: …}}"
                    1 | namespace: ops
                      | ^
                """);
    }

    @Test
    void saysThatTheJobsAreEmpty() {
        refused("""
                jobs: {}
                """, """
                supertask.yaml:1:7: "jobs" is empty · add one: "NAME: {when: …, run: …}"
                    1 | jobs: {}
                      |       ^~
                """);
    }

    @Test
    void saysThatJobsHasNoValue() {
        refused("""
                namespace: ops
                jobs:
                """, """
                supertask.yaml:2:1: "jobs" has no value · write "NAME:" with the job's keys under it
                    2 | jobs:
                      | ^~~~
                """);
    }

    @Test
    void refusesJobsAsAList() {
        refused("""
                jobs:
                  - name: backup
                    run: date
                """,
                """
                        supertask.yaml:2:3: "jobs" is a list, but must be a map · write "NAME:" with the job's keys under it; the list of the Python original is called "tasks"
                            2 |   - name: backup
                              |   ^~~~~~~~~~~~~~
                        """);
    }

    @Test
    void refusesACrontab() {
        refused("""
                0 3 * * * pg_dump app
                """,
                """
                        supertask.yaml:1:1: a timetable is a map with "jobs", but this is text · write "jobs:" with "NAME:" and the job's keys under it
                            1 | 0 3 * * * pg_dump app
                              | ^~~~~~~~~~~~~~~~~~~~~
                        """);
    }

    @Test
    void refusesAListOfJobs() {
        refused("""
                - backup
                - report
                """,
                """
                        supertask.yaml:1:1: a timetable is a map with "jobs", but this is a list · write "jobs:" with "NAME:" and the job's keys under it
                            1 | - backup
                              | ^~~~~~~~
                        """);
    }

    @Test
    void asksForTheKeysOfAnEmptyJob() {
        refused("""
                jobs:
                  backup:
                """,
                """
                        supertask.yaml:2:3: job "backup" has no value · write its keys, such as "when" and "run", under it
                            2 |   backup:
                              |   ^~~~~~
                        """);
    }

    @Test
    void refusesAJobThatIsText() {
        refused("""
                jobs:
                  backup: pg_dump app
                """,
                """
                        supertask.yaml:2:11: job "backup" must be a map, but is text · write its keys, such as "when" and "run", under it
                            2 |   backup: pg_dump app
                              |           ^~~~~~~~~~~
                        """);
    }

    @Test
    void refusesASecondDocument() {
        refused("""
                jobs:
                  backup:
                    when: "0 3 * * *"
                    run: pg_dump app
                ---
                jobs:
                  backup:
                    when: "0 3 * * *"
                    run: pg_dump app
                """,
                """
                        supertask.yaml:5:1: a second document begins here · a timetable is one document: remove the line, or make two files
                            5 | ---
                              | ^~~
                        """);
    }

    @Test
    void refusesTagsOfOtherSchemas() {
        refused("""
                jobs:
                  backup:
                    when: "0 3 * * *"
                    run: pg_dump app
                    description: !!python/object:os.system x
                """,
                """
                        supertask.yaml:5:18: a timetable has no tags, and "!!python/object:os.system" is one · remove it, or quote the value if it begins with "!"
                            5 |     description: !!python/object:os.system x
                              |                  ^~~~~~~~~~~~~~~~~~~~~~~~~
                        """);
    }

    @Test
    void refusesTagsOfItsOwn() {
        refused("""
                jobs:
                  backup:
                    when: "0 3 * * *"
                    run: pg_dump app
                    tags: !words [db]
                """,
                """
                        supertask.yaml:5:11: a timetable has no tags, and "!words" is one · remove it, or quote the value if it begins with "!"
                            5 |     tags: !words [db]
                              |           ^~~~~~
                        """);
    }

    @Test
    void tellsEveryMistakeAtOnceInReadingOrder() {
        refused("""
                namespace: my ops
                timezone: Europe/Berln
                jobs:
                  backup:
                    when: "0 3 * * *"
                    run: pg_dump app
                    tiemout: 1h
                    enabled: yes
                  report:
                    every: 10s
                """,
                """
                        supertask.yaml:1:12: "my ops" cannot name a namespace · use letters, digits, ".", "_" and "-", at most 64, and a letter or digit first
                            1 | namespace: my ops
                              |            ^~~~~~
                        supertask.yaml:2:11: unknown time zone "Europe/Berln" · did you mean "Europe/Berlin"?
                            2 | timezone: Europe/Berln
                              |           ^~~~~~~~~~~~
                        supertask.yaml:7:5: unknown key "tiemout" in job "backup" · did you mean "timeout"?
                            7 |     tiemout: 1h
                              |     ^~~~~~~
                        supertask.yaml:8:14: "yes" is no boolean · write true or false
                            8 |     enabled: yes
                              |              ^~~
                        supertask.yaml:9:3: job "report" has nothing to run · add "run", "exec" or "script"
                            9 |   report:
                              |   ^~~~~~
                        """);
    }
}
