package dev.supertask.timetable;

import static dev.supertask.timetable.Texts.refused;

import org.junit.jupiter.api.Test;

/// What is said of the schedules and steps of the Python original that cannot be read.
class WrongOriginalTaskTest {

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
