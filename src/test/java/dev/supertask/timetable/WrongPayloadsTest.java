package dev.supertask.timetable;

import static dev.supertask.timetable.Texts.refused;

import org.junit.jupiter.api.Test;

/// What is said of jobs that cannot run anything.
class WrongPayloadsTest {

    @Test
    void refusesTwoPayloads() {
        refused("""
                jobs:
                  backup:
                    when: "0 3 * * *"
                    run: pg_dump app
                    exec: [pg_dump, app]
                """, """
                supertask.yaml:5:5: job "backup" has both "run" and "exec" · keep one of them
                    5 |     exec: [pg_dump, app]
                      |     ^~~~
                """);
    }

    @Test
    void refusesAListAsShellText() {
        refused("""
                jobs:
                  backup: {every: 1h, run: [pg_dump, app]}
                """,
                """
                        supertask.yaml:2:28: "run" in job "backup" must be text, but is a list · a list of words is written as "exec"
                            2 |   backup: {every: 1h, run: [pg_dump, app]}
                              |                            ^~~~~~~~~~~~~~
                        """);
    }

    @Test
    void refusesTextAsWords() {
        refused("""
                jobs:
                  backup: {every: 1h, exec: pg_dump app}
                """,
                """
                        supertask.yaml:2:29: "exec" in job "backup" must be a list, but is text · write [PROGRAM, WORD, …]; shell text is written as "run"
                            2 |   backup: {every: 1h, exec: pg_dump app}
                              |                             ^~~~~~~~~~~
                        """);
    }

    @Test
    void refusesNoWordsAtAll() {
        refused("""
                jobs:
                  backup: {every: 1h, exec: []}
                """, """
                supertask.yaml:2:29: "exec" in job "backup" names no program · write [PROGRAM, WORD, …]
                    2 |   backup: {every: 1h, exec: []}
                      |                             ^~
                """);
    }

    @Test
    void refusesAProgramWithoutAName() {
        refused("""
                jobs:
                  backup: {every: 1h, exec: ["", app]}
                """, """
                supertask.yaml:2:29: "exec" in job "backup" names no program · the first word must be one
                    2 |   backup: {every: 1h, exec: ["", app]}
                      |                             ^~~~~~~~~
                """);
    }

    @Test
    void refusesEmptyShellText() {
        refused("""
                jobs:
                  backup: {every: 1h, run: ""}
                """, """
                supertask.yaml:2:28: there is nothing to run · write a command, such as: echo hello
                    2 |   backup: {every: 1h, run: ""}
                      |                            ^~
                """);
    }

    @Test
    void refusesAPrefixWithNothingBehindIt() {
        refused("""
                jobs:
                  backup: {every: 1h, run: "python:"}
                """, """
                supertask.yaml:2:28: there is nothing to run · write Python code, such as: python:print(1)
                    2 |   backup: {every: 1h, run: "python:"}
                      |                            ^~~~~~~~~
                """);
    }

    @Test
    void refusesAPayloadOfALaterVersion() {
        refused("""
                jobs:
                  report: {every: 1h, run: "java:Main.java"}
                """,
                """
                        supertask.yaml:2:28: this version cannot run "java:" yet · it runs cmd:, python:, node:, file:, sql:, http:, https:; write "cmd:java:…" if a program is called so
                            2 |   report: {every: 1h, run: "java:Main.java"}
                              |                            ^~~~~~~~~~~~~~~~
                        """);
    }

    @Test
    void refusesArgumentsForShellText() {
        refused("""
                jobs:
                  backup:
                    when: "0 3 * * *"
                    run: pg_dump app
                    args: [app]
                """,
                """
                        supertask.yaml:5:5: "args" in job "backup" belongs to no "script" · write the words where the program is named
                            5 |     args: [app]
                              |     ^~~~
                        """);
    }

    @Test
    void refusesAnUnclosedQuoteInAFilesArguments() {
        refused("""
                jobs:
                  backup: {every: 1h, run: "file:backup.sh 'now"}
                """,
                """
                        supertask.yaml:2:28: a quote (') is opened and never closed · close it, or escape it with a backslash
                            2 |   backup: {every: 1h, run: "file:backup.sh 'now"}
                              |                            ^~~~~~~~~~~~~~~~~~~~~
                        """);
    }

    @Test
    void refusesANulCharacter() {
        refused("""
                jobs:
                  backup: {every: 1h, exec: [echo, "a\\0b"]}
                """, """
                supertask.yaml:2:36: a NUL character cannot stand in a timetable
                    2 |   backup: {every: 1h, exec: [echo, "a\\0b"]}
                      |                                    ^~~~~~
                """);
    }
}
