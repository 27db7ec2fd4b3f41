package dev.supertask.timetable;

import static dev.supertask.timetable.Texts.refused;

import org.junit.jupiter.api.Test;

/// What is said of steps that cannot be run.
class WrongStepsTest {

    @Test
    void refusesNoStepsAtAll() {
        refused("""
                jobs:
                  report: {when: once, steps: []}
                """,
                """
                        supertask.yaml:2:31: "steps" in job "report" is an empty list · write at least one step, or "run" instead
                            2 |   report: {when: once, steps: []}
                              |                               ^~
                        """);
    }

    @Test
    void refusesStepsThatAreNoList() {
        refused("""
                jobs:
                  report:
                    when: once
                    steps:
                      fetch: {run: date}
                """,
                """
                        supertask.yaml:5:7: "steps" in job "report" must be a list, but is a map · write a list with "- run: …" for each step
                            5 |       fetch: {run: date}
                              |       ^~~~~~~~~~~~~~~~~~
                        """);
        refused("""
                jobs:
                  report: {when: once, steps: date}
                """,
                """
                        supertask.yaml:2:31: "steps" in job "report" must be a list, but is text · write a list with "- run: …" for each step
                            2 |   report: {when: once, steps: date}
                              |                               ^~~~
                        """);
        refused("""
                jobs:
                  report:
                    when: once
                    steps:
                """,
                """
                        supertask.yaml:4:5: "steps" in job "report" has no value · write a list with "- run: …" for each step
                            4 |     steps:
                              |     ^~~~~
                        """);
    }

    @Test
    void refusesAPayloadBesideThem() {
        refused("""
                jobs:
                  report:
                    when: once
                    run: date
                    args: [x]
                    steps: [date]
                """,
                """
                        supertask.yaml:4:5: job "report" has both "steps" and "run" · make it a step of its own
                            4 |     run: date
                              |     ^~~
                        supertask.yaml:5:5: "args" in job "report" belongs to no "script" · write it in the step that has one
                            5 |     args: [x]
                              |     ^~~~
                        """);
    }

    @Test
    void refusesAStepThatIsAList() {
        refused("""
                jobs:
                  report: {when: once, steps: [[date, -u]]}
                """,
                """
                        supertask.yaml:2:32: step 1 of job "report" must be a map, but is a list · write "run: …", "exec: […]" or "script: …" in it
                            2 |   report: {when: once, steps: [[date, -u]]}
                              |                                ^~~~~~~~~~
                        """);
    }

    @Test
    void refusesAStepWithNothingInIt() {
        refused("""
                jobs:
                  report:
                    when: once
                    steps:
                      - date
                      -
                """,
                """
                        supertask.yaml:6:8: step 2 of job "report" has no value · write "run: …", "exec: […]" or "script: …" in it
                            6 |       -
                              |        ^
                        """);
    }

    @Test
    void refusesAStepThatRunsNothing() {
        refused("""
                jobs:
                  report:
                    when: once
                    steps:
                      - {name: fetch, if: always}
                """, """
                supertask.yaml:5:9: step 1 of job "report" has nothing to run · add "run", "exec" or "script"
                    5 |       - {name: fetch, if: always}
                      |         ^~~~~~~~~~~~~~~~~~~~~~~~~
                """);
    }

    @Test
    void refusesAStepThatRunsTwoThings() {
        refused("""
                jobs:
                  report:
                    when: once
                    steps:
                      - run: date
                        exec: [date]
                """, """
                supertask.yaml:6:9: step 1 of job "report" has both "run" and "exec" · keep one of them
                    6 |         exec: [date]
                      |         ^~~~
                """);
    }

    @Test
    void refusesAnotherCondition() {
        refused("""
                jobs:
                  report:
                    when: once
                    steps:
                      - {run: date, if: failed}
                      - {run: date, if: always()}
                      - {run: date, if: true}
                """,
                """
                        supertask.yaml:5:25: "if" in step 1 of job "report" cannot be "failed" · write one of success, failure, always, false
                            5 |       - {run: date, if: failed}
                              |                         ^~~~~~
                        supertask.yaml:6:25: "if" in step 2 of job "report" cannot be "always()" · did you mean "always"?
                            6 |       - {run: date, if: always()}
                              |                         ^~~~~~~~
                        supertask.yaml:7:25: "if" in step 3 of job "report" cannot be "true" · write one of success, failure, always, false
                            7 |       - {run: date, if: true}
                              |                         ^~~~
                        """);
    }

    @Test
    void refusesTwoStepsOfOneName() {
        refused("""
                jobs:
                  report:
                    when: once
                    steps:
                      - {name: fetch, run: date}
                      - {name: Fetch, run: date}
                      - {name: step-4, run: date}
                      - date
                """,
                """
                        supertask.yaml:6:16: "Fetch" names step 1 of job "report" as well · give each its own: letters and digits must differ, for outputs become variables of that name
                            6 |       - {name: Fetch, run: date}
                              |                ^~~~~
                        supertask.yaml:8:9: "step-4" names step 3 of job "report" as well · give each its own: letters and digits must differ, for outputs become variables of that name
                            8 |       - date
                              |         ^~~~
                        """);
    }

    @Test
    void refusesANameOfSeveralLinesAndAnEmptyOne() {
        refused("""
                jobs:
                  report:
                    when: once
                    steps:
                      - {name: "a\\nb", run: date}
                      - {name: "", run: date}
                """,
                """
                        supertask.yaml:5:16: "a\uFFFDb" cannot name a step · write a few words on one line, at most 128 characters
                            5 |       - {name: "a\\nb", run: date}
                              |                ^~~~~~
                        supertask.yaml:6:16: "" cannot name a step · write a few words on one line, at most 128 characters
                            6 |       - {name: "", run: date}
                              |                ^~
                        """);
    }

    @Test
    void refusesKeysThatAStepDoesNotHave() {
        refused("""
                jobs:
                  report:
                    when: once
                    steps:
                      - {rnu: date}
                      - {run: date, timeout: 1h}
                """,
                """
                        supertask.yaml:5:10: unknown key "rnu" in step 1 of job "report" · did you mean "run"?
                            5 |       - {rnu: date}
                              |          ^~~
                        supertask.yaml:6:21: unknown key "timeout" in step 2 of job "report" · known here: {the keys of steps}
                            6 |       - {run: date, timeout: 1h}
                              |                     ^~~~~~~
                        """);
    }

    @Test
    void refusesWhatNoJobMayHaveInAStepEither() {
        refused("""
                jobs:
                  report:
                    when: once
                    steps:
                      - run: date
                        args: [x]
                        env: {SUPERTASK_X: "1"}
                        umask: "999"
                """,
                """
                        supertask.yaml:6:9: "args" in step 1 of job "report" belongs to no "script" · write the words where the program is named
                            6 |         args: [x]
                              |         ^~~~
                        supertask.yaml:7:15: "SUPERTASK_X" cannot be set: "SUPERTASK_" names are Supertask's · choose another name
                            7 |         env: {SUPERTASK_X: "1"}
                              |               ^~~~~~~~~~~
                        supertask.yaml:8:16: "999" is no umask · write three octal digits, such as "027"
                            8 |         umask: "999"
                              |                ^~~~~
                        """);
    }
}
