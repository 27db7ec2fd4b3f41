package dev.supertask.timetable;

import static dev.supertask.timetable.Texts.refused;

import org.junit.jupiter.api.Test;

/// What is said of timetables of the Python original that cannot be read.
class WrongOriginalTest {

    @Test
    void refusesTasksThatAreNoList() {
        refused("""
                tasks: {}
                """,
                """
                        supertask.yaml:1:8: "tasks" must be a list, but is a map · write "- meta: {id: NAME}" and what belongs to it for each task
                            1 | tasks: {}
                              |        ^~
                        """);
    }

    @Test
    void refusesAnEmptyListOfTasks() {
        refused("""
                tasks: []
                """, """
                supertask.yaml:1:8: "tasks" is an empty list · add at least one task
                    1 | tasks: []
                      |        ^~
                """);
    }

    @Test
    void refusesJobsBesideTasks() {
        refused("""
                tasks:
                  - {meta: {id: a}, on: {schedule: [{cron: "@daily"}]}, steps: [{uses: python-file, run: a.py}]}
                jobs: {}
                """,
                """
                        supertask.yaml:3:1: "jobs" cannot stand beside "tasks" · "tasks" is the form of the Python original; make it two files, or see "supertask convert"
                            3 | jobs: {}
                              | ^~~~
                        """);
    }

    @Test
    void refusesAnUnknownKeyAtTheTop() {
        refused("""
                tasks:
                  - {meta: {id: a}, on: {schedule: [{cron: "@daily"}]}, steps: [{uses: python-file, run: a.py}]}
                timezone: UTC
                """, """
                supertask.yaml:3:1: unknown key "timezone" · known here: meta, tasks
                    3 | timezone: UTC
                      | ^~~~~~~~
                """);
    }

    @Test
    void refusesAVersionThatIsNotKnownAndAMistypedKeyOfMeta() {
        refused("""
                meta: {type: supertask-timetable, version: 2, namspace: ops}
                tasks:
                  - {meta: {id: a}, on: {schedule: [{cron: "@daily"}]}, steps: [{uses: python-file, run: a.py}]}
                """, """
                supertask.yaml:1:44: version "2" of the form is not known · write version 1, if that is what it is
                    1 | meta: {type: supertask-timetable, version: 2, namspace: ops}
                      |                                            ^
                supertask.yaml:1:47: unknown key "namspace" in "meta" · did you mean "namespace"?
                    1 | meta: {type: supertask-timetable, version: 2, namspace: ops}
                      |                                               ^~~~~~~~
                """);
    }

    @Test
    void refusesEntriesOfTheWrongShape() {
        refused("""
                meta: [a]
                tasks:
                  - meta: [a]
                    on: [a]
                    steps: x
                  - backup
                """,
                """
                        supertask.yaml:1:7: "meta" must be a map, but is a list · write {type: supertask-timetable, version: 1}
                            1 | meta: [a]
                              |       ^~~
                        supertask.yaml:3:11: "meta" in task 1 must be a map, but is a list · write {id: NAME, name: TITLE}
                            3 |   - meta: [a]
                              |           ^~~
                        supertask.yaml:4:9: "on" in task 1 must be a map, but is a list · write {schedule: [{cron: "0 3 * * *"}]}
                            4 |     on: [a]
                              |         ^~~
                        supertask.yaml:5:12: "steps" in task 1 must be a list, but is text · write "- uses: python-entrypoint" and "run: …" for each step
                            5 |     steps: x
                              |            ^
                        supertask.yaml:6:5: task 2 must be a map, but is text · write "meta", "on" and "steps" in it
                            6 |   - backup
                              |     ^~~~~~
                        """);
    }

    @Test
    void refusesATaskWithoutAnything() {
        refused("""
                tasks:
                  - meta: {id: backup}
                """,
                """
                        supertask.yaml:2:16: task "backup" is never due · add "on: {schedule: [{cron: …}]}"
                            2 |   - meta: {id: backup}
                              |                ^~~~~~
                        supertask.yaml:2:16: task "backup" has nothing to run · add "steps: [{uses: python-entrypoint, run: "module:function"}]"
                            2 |   - meta: {id: backup}
                              |                ^~~~~~
                        """);
    }

    @Test
    void refusesATaskWithoutAName() {
        refused("""
                tasks:
                  - meta: {name: Backup}
                    on: {schedule: []}
                    steps: []
                  - on: {schedule: [{cron: "@daily"}]}
                    steps: [{uses: python-file, run: a.py}]
                """, """
                supertask.yaml:2:5: task 1 has no name · add "id" to its "meta"
                    2 |   - meta: {name: Backup}
                      |     ^~~~
                supertask.yaml:3:20: "schedule" in "on" of task 1 is an empty list · write at least one "- cron: …"
                    3 |     on: {schedule: []}
                      |                    ^~
                supertask.yaml:4:12: "steps" in task 1 is an empty list · write at least one step
                    4 |     steps: []
                      |            ^~
                supertask.yaml:5:5: task 2 has no "meta" · add "meta: {id: NAME}"
                    5 |   - on: {schedule: [{cron: "@daily"}]}
                      |     ^~
                """);
    }

    @Test
    void refusesMistypedKeysOfATask() {
        refused("""
                tasks:
                  - meta: {id: backup, enabeld: true}
                    on: {schedul: []}
                    stesp: []
                """, """
                supertask.yaml:2:24: unknown key "enabeld" in "meta" of task "backup" · did you mean "enabled"?
                    2 |   - meta: {id: backup, enabeld: true}
                      |                        ^~~~~~~
                supertask.yaml:3:10: unknown key "schedul" in "on" of task "backup" · did you mean "schedule"?
                    3 |     on: {schedul: []}
                      |          ^~~~~~~
                supertask.yaml:4:5: unknown key "stesp" in task "backup" · did you mean "steps"?
                    4 |     stesp: []
                      |     ^~~~~
                """);
    }

    @Test
    void refusesANameThatIsNone() {
        refused("""
                tasks:
                  - meta: {id: "my backup", enabled: "yes"}
                    on: {schedule: [{cron: "@daily"}]}
                    steps: [{uses: python-file, run: a.py}]
                """,
                """
                        supertask.yaml:2:16: "my backup" cannot name a job · use letters, digits, ".", "_" and "-", at most 128, and a letter or digit first
                            2 |   - meta: {id: "my backup", enabled: "yes"}
                              |                ^~~~~~~~~~~
                        supertask.yaml:2:38: "yes" is no boolean · write true or false
                            2 |   - meta: {id: "my backup", enabled: "yes"}
                              |                                      ^~~~~
                        """);
    }

    @Test
    void refusesANameTwice() {
        refused("""
                tasks:
                  - {meta: {id: a}, on: {schedule: [{cron: "@daily"}]}, steps: [{uses: python-file, run: a.py}]}
                  - {meta: {id: a}, on: {schedule: [{cron: "@daily"}]}, steps: [{uses: python-file, run: a.py}]}
                """, """
                supertask.yaml:3:17: task "a" is given twice · it stands at 2:17 already; give each its own "id"
                    3 |   - {meta: {id: a}, on: {schedule: [{cron: "@daily"}]}, steps: [{uses: python-file, run: a.py}]}
                      |                 ^
                """);
    }
}
