package dev.supertask.timetable;

import org.junit.jupiter.api.Test;

/// What is said of files of variables.
class WrongEnvFileTest {

    @Test
    void refusesOneThatIsMissing() {
        Shelf.of("supertask.yaml", "jobs: {a: {when: once, run: date, env-file: [x.env]}}\n").refused("supertask.yaml",
                """
                        supertask.yaml:1:46: there is no file "x.env"
                            1 | jobs: {a: {when: once, run: date, env-file: [x.env]}}
                              |                                              ^~~~~
                        """);
    }

    @Test
    void refusesNoName() {
        Shelf.of("supertask.yaml", "env-file: '-'\njobs: {a: {when: once, run: date}}\n").refused("supertask.yaml", """
                supertask.yaml:1:11: "-" names no file
                    1 | env-file: '-'
                      |           ^~~
                """);
    }

    @Test
    void refusesAMap() {
        Shelf.of("supertask.yaml", "env-file: {A: 1}\njobs: {a: {when: once, run: date}}\n")
                .refused("supertask.yaml", """
                        supertask.yaml:1:11: "env-file" must be one value, but is a map
                            1 | env-file: {A: 1}
                              |           ^~~~~~
                        """);
    }

    @Test
    void tellsEveryMistakeAtItsPlaceAndOnce() {
        Shelf.of("supertask.yaml", """
                jobs:
                  a: {when: once, run: date, env-file: x.env}
                  b: {when: once, run: date, env-file: x.env, timeout: never}
                """, "x.env", """
                A=1
                just words
                B: yaml
                2ND=2
                A=3
                export  SUPERTASK_JOB=x
                =nothing
                PATH="${PATH}:/opt/bin"
                C=${HOME
                D="a \\d"
                E='x'y
                F="
                """).refused("supertask.yaml",
                """
                        supertask.yaml:3:56: "never" is not a duration · write a number and its unit, such as "90s"
                            3 |   b: {when: once, run: date, env-file: x.env, timeout: never}
                              |                                                        ^
                        x.env:2:1: this line has no "=" · write NAME=value, or "#" before a comment
                            2 | just words
                              | ^~~~
                        x.env:3:1: this line has no "=" · write NAME=value, or "#" before a comment
                            3 | B: yaml
                              | ^~
                        x.env:4:1: "2ND" cannot name a variable · use letters, digits and "_", and no digit first
                            4 | 2ND=2
                              | ^~~
                        x.env:5:1: "A" is given twice · it stands at 1:1 already; keep one
                            5 | A=3
                              | ^
                        x.env:6:9: "SUPERTASK_JOB" cannot be set: "SUPERTASK_" names are Supertask's · choose another name
                            6 | export  SUPERTASK_JOB=x
                              |         ^~~~~~~~~~~~~
                        x.env:7:1: "" cannot name a variable · use letters, digits and "_", and no digit first
                            7 | =nothing
                              | ^
                        x.env:8:7: nothing is replaced in a file of variables · write the value, or put it in single quotes for the characters
                            8 | PATH="${PATH}:/opt/bin"
                              |       ^~~~~~~
                        x.env:9:3: nothing is replaced in a file of variables · write the value, or put it in single quotes for the characters
                            9 | C=${HOME
                              |   ^~
                        x.env:10:6: this is no escape of double quotes · write "\\\\" for a backslash, or use single quotes
                           10 | D="a \\d"
                              |      ^~
                        x.env:11:6: there is text behind the closing quote · put the whole value in quotes, or none of it
                           11 | E='x'y
                              |      ^
                        x.env:12:3: this quote is never closed · add the closing quote
                           12 | F="
                              |   ^
                        """);
    }

    @Test
    void tellsAMistakeInTheDotenvBesideATextThatNeedsIt() {
        Shelf.of("supertask.yaml", "jobs: {a: {when: once, run: date, env: {X: \"${PROT}\"}}}\n", ".env",
                "PORT=1\nHOST 'x'\n").refused("supertask.yaml", """
                        supertask.yaml:1:45: variable "PROT" is not set · did you mean "PORT"?
                            1 | jobs: {a: {when: once, run: date, env: {X: "${PROT}"}}}
                              |                                             ^~~~~~~
                        .env:2:1: this line has no "=" · write NAME=value, or "#" before a comment
                            2 | HOST 'x'
                              | ^~~~
                        """);
    }
}
