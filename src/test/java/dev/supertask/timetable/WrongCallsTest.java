package dev.supertask.timetable;

import static dev.supertask.timetable.Texts.refused;

import org.junit.jupiter.api.Test;

/// What is said of calls that cannot be made.
class WrongCallsTest {

    @Test
    void refusesACallWithoutAFunction() {
        refused("""
                jobs:
                  a: {every: 1h, call: jobs.backup}
                """, """
                supertask.yaml:2:24: "jobs.backup" does not say which function · write "jobs:backup"
                    2 |   a: {every: 1h, call: jobs.backup}
                      |                        ^~~~~~~~~~~
                """);
    }

    @Test
    void refusesACallOfWhatIsNoName() {
        refused("""
                jobs:
                  a: {every: 1h, call: "jobs.py:"}
                """, """
                supertask.yaml:2:24: "" cannot name a Python function · write "module:function" or "file.py:function"
                    2 |   a: {every: 1h, call: "jobs.py:"}
                      |                        ^~~~~~~~~~
                """);
    }

    @Test
    void refusesACallThatIsAList() {
        refused("""
                jobs:
                  a: {every: 1h, call: [jobs, backup]}
                """, """
                supertask.yaml:2:24: "call" in job "a" must be one value, but is a list
                    2 |   a: {every: 1h, call: [jobs, backup]}
                      |                        ^~~~~~~~~~~~~~
                """);
    }

    @Test
    void refusesArgumentsOfTheWrongShape() {
        refused("""
                jobs:
                  a: {every: 1h, call: "jobs:backup", args: {full: true}, kwargs: [1]}
                """, """
                supertask.yaml:2:45: "args" in job "a" must be a list, but is a map · write [VALUE, …]
                    2 |   a: {every: 1h, call: "jobs:backup", args: {full: true}, kwargs: [1]}
                      |                                             ^~~~~~~~~~~~
                supertask.yaml:2:67: "kwargs" in job "a" must be a map, but is a list · write {NAME: VALUE, …}
                    2 |   a: {every: 1h, call: "jobs:backup", args: {full: true}, kwargs: [1]}
                      |                                                                   ^~~
                """);
    }

    @Test
    void refusesArgumentsByNameForAnythingElse() {
        refused("""
                jobs:
                  a: {every: 1h, run: make, kwargs: {full: true}}
                """,
                """
                        supertask.yaml:2:29: "kwargs" in job "a" belongs to no "call" · only a Python function takes arguments by name
                            2 |   a: {every: 1h, run: make, kwargs: {full: true}}
                              |                             ^~~~~~
                        """);
    }
}
