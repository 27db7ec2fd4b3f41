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

    @Test
    void refusesEntriesOfAScheduleThatAreNoCron() {
        refused("""
                tasks:
                  - meta: {id: a}
                    on:
                      schedule:
                        - {corn: "0 3 * * *"}
                        - {}
                        - "0 3 * * *"
                    steps: [{uses: python-file, run: a.py}]
                """,
                """
                        supertask.yaml:5:12: unknown key "corn" in "schedule" in "on" of task "a" · did you mean "cron"?
                            5 |         - {corn: "0 3 * * *"}
                              |            ^~~~
                        supertask.yaml:6:11: an entry of "schedule" in "on" of task "a" has no "cron" · write {cron: "0 3 * * *"}
                            6 |         - {}
                              |           ^~
                        supertask.yaml:7:11: an entry of "schedule" in "on" of task "a" must be a map, but is text · write {cron: "0 3 * * *"}
                            7 |         - "0 3 * * *"
                              |           ^~~~~~~~~~~
                        """);
    }

    @Test
    void refusesCronTextThatIsNone() {
        refused("""
                tasks:
                  - meta: {id: a}
                    on:
                      schedule:
                        - cron: "61 3 * * *"
                        - cron: "0 3 * * 7"
                        - cron: "0 3 * * 5-1"
                        - cron: "0 3 13 * 4"
                        - cron: "0 3 * *"
                    steps: [{uses: python-file, run: a.py}]
                """,
                """
                        supertask.yaml:5:18: minute "61" is not in 0 to 59
                            5 |         - cron: "61 3 * * *"
                              |                  ^~
                        supertask.yaml:6:26: day-of-week "7" is not in 0 to 6 · Monday is 0, Sunday 6, as in the Python original
                            6 |         - cron: "0 3 * * 7"
                              |                          ^
                        supertask.yaml:7:26: day-of-week range "5-1" runs backwards · write two ranges, such as "5-6,0-1"
                            7 |         - cron: "0 3 * * 5-1"
                              |                          ^~~
                        supertask.yaml:8:27: day-of-month "13" and day-of-week "4" must both match in the Python original, which no schedule here can say · write "*" for one of them, and let the job look at the other
                            8 |         - cron: "0 3 13 * 4"
                              |                           ^
                        supertask.yaml:9:18: cron text has 5 to 7 fields, not 4 · write "minute hour day-of-month month day-of-week", every one of them
                            9 |         - cron: "0 3 * *"
                              |                  ^~~~~~~
                        """);
    }

    @Test
    void refusesStepsOfUnknownKinds() {
        refused("""
                tasks:
                  - meta: {id: a}
                    on: {schedule: [{cron: "@daily"}]}
                    steps:
                      - {uses: python-entrypiont, run: "a:b"}
                      - {uses: shell, run: ls, with: x}
                      - {run: "a:b"}
                      - {uses: python-file}
                      - ls
                """,
                """
                        supertask.yaml:5:16: steps of kind "python-entrypiont" are not known · did you mean "python-entrypoint"?
                            5 |       - {uses: python-entrypiont, run: "a:b"}
                              |                ^~~~~~~~~~~~~~~~~
                        supertask.yaml:6:16: steps of kind "shell" are not known · write python-entrypoint or python-file
                            6 |       - {uses: shell, run: ls, with: x}
                              |                ^~~~~
                        supertask.yaml:6:32: unknown key "with" in step 2 of task "a" · known here: args, if, kwargs, name, run, uses
                            6 |       - {uses: shell, run: ls, with: x}
                              |                                ^~~~
                        supertask.yaml:7:10: step 3 of task "a" does not say what it is · add "uses: python-entrypoint" or "uses: python-file"
                            7 |       - {run: "a:b"}
                              |          ^~~
                        supertask.yaml:8:10: step 4 of task "a" has nothing to run · add "run: module:function"
                            8 |       - {uses: python-file}
                              |          ^~~~
                        supertask.yaml:9:9: step 5 of task "a" must be a map, but is text · write "uses" and "run" in it
                            9 |       - ls
                              |         ^~
                        """);
    }

    @Test
    void refusesWhatCannotBeCalled() {
        refused("""
                tasks:
                  - meta: {id: a}
                    on: {schedule: [{cron: "@daily"}]}
                    steps:
                      - {uses: python-entrypoint, run: jobs.backup.main}
                      - {uses: python-entrypoint, run: "my-jobs:main"}
                      - {uses: python-entrypoint, run: main}
                      - {uses: python-file, run: "jobs:main"}
                      - {uses: python-file, run: "jobs.py:my main"}
                """,
                """
                        supertask.yaml:5:40: "jobs.backup.main" does not say which function · write "jobs.backup:main"
                            5 |       - {uses: python-entrypoint, run: jobs.backup.main}
                              |                                        ^~~~~~~~~~~~~~~~
                        supertask.yaml:6:40: "my-jobs" cannot name a Python module · write "module:function" or "file.py:function"
                            6 |       - {uses: python-entrypoint, run: "my-jobs:main"}
                              |                                        ^~~~~~~~~~~~~~
                        supertask.yaml:7:40: "main" does not say which function · write "module:function" or "file.py:function"
                            7 |       - {uses: python-entrypoint, run: main}
                              |                                        ^~~~
                        supertask.yaml:8:34: "jobs:main" names no Python file · write "file.py:function"
                            8 |       - {uses: python-file, run: "jobs:main"}
                              |                                  ^~~~~~~~~~~
                        supertask.yaml:9:34: "my main" cannot name a Python function · write "module:function" or "file.py:function"
                            9 |       - {uses: python-file, run: "jobs.py:my main"}
                              |                                  ^~~~~~~~~~~~~~~~~
                        """);
    }

    @Test
    void refusesArgumentsOfTheWrongShape() {
        refused("""
                tasks:
                  - meta: {id: a}
                    on: {schedule: [{cron: "@daily"}]}
                    steps:
                      - {uses: python-file, run: a.py, args: {a: 1}, kwargs: [1]}
                      - {uses: python-file, run: a.py, args: 1, kwargs: {a: 1, a: 2}}
                """,
                """
                        supertask.yaml:5:46: "args" in step 1 of task "a" must be a list, but is a map · write [VALUE, …]
                            5 |       - {uses: python-file, run: a.py, args: {a: 1}, kwargs: [1]}
                              |                                              ^~~~~~
                        supertask.yaml:5:62: "kwargs" in step 1 of task "a" must be a map, but is a list · write {NAME: VALUE, …}
                            5 |       - {uses: python-file, run: a.py, args: {a: 1}, kwargs: [1]}
                              |                                                              ^~~
                        supertask.yaml:6:46: "args" in step 2 of task "a" must be a list, but is text · write [VALUE, …]
                            6 |       - {uses: python-file, run: a.py, args: 1, kwargs: {a: 1, a: 2}}
                              |                                              ^
                        supertask.yaml:6:64: "a" is given twice · it stands at 6:58 already; keep one
                            6 |       - {uses: python-file, run: a.py, args: 1, kwargs: {a: 1, a: 2}}
                              |                                                                ^
                        """);
    }

    @Test
    void refusesAConditionThatIsNone() {
        refused("""
                {"tasks": [{"meta": {"id": "a"}, "on": {"schedule": [{"cron": "@daily"}]},
                  "steps": [{"uses": "python-file", "run": "a.py", "if": "github.ref == 'main'"}]}]}
                """,
                """
                        supertask.yaml:2:58: "github.ref == 'main'" is no condition · write true, false, success, failure or always
                            2 |   "steps": [{"uses": "python-file", "run": "a.py", "if": "github.ref == 'main'"}]}]}
                              |                                                          ^~~~~~~~~~~~~~~~~~~~~~
                        """);
    }
}
