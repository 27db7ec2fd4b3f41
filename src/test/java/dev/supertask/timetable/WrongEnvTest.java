package dev.supertask.timetable;

import static dev.supertask.timetable.Texts.refused;

import org.junit.jupiter.api.Test;

/// What is said of variables.
class WrongEnvTest {

    @Test
    void refusesAVariableThatIsNotSet() {
        refused("""
                env: {PGHOST: "${DB_HSOT}"}
                jobs:
                  backup:
                    when: "0 3 * * *"
                    run: pg_dump app
                """, """
                supertask.yaml:1:16: variable "DB_HSOT" is not set · did you mean "DB_HOST"?
                    1 | env: {PGHOST: "${DB_HSOT}"}
                      |                ^~~~~~~~~~
                """);
    }

    @Test
    void pointsAtTheVariableInsideAValue() {
        refused("""
                env:
                  URL: postgres://${USER_NAME}@${DB_HOST}/app
                jobs:
                  backup:
                    when: "0 3 * * *"
                    run: pg_dump app
                """,
                """
                        supertask.yaml:2:19: variable "USER_NAME" is not set · set it where Supertask is started or in ".env" beside this text, or write "$${" for the characters
                            2 |   URL: postgres://${USER_NAME}@${DB_HOST}/app
                              |                   ^~~~~~~~~~~~
                        """);
    }

    @Test
    void pointsAtTheWholeValueWhereItIsEscaped() {
        refused("""
                env:
                  URL: "a\\tb ${NOWHERE}"
                jobs:
                  backup:
                    when: "0 3 * * *"
                    run: pg_dump app
                """,
                """
                        supertask.yaml:2:8: variable "NOWHERE" is not set · set it where Supertask is started or in ".env" beside this text, or write "$${" for the characters
                            2 |   URL: "a\\tb ${NOWHERE}"
                              |        ^~~~~~~~~~~~~~~~~
                        """);
    }

    @Test
    void refusesAVariableThatIsNotClosed() {
        refused("""
                env: {PGHOST: '${DB_HOST'}
                jobs:
                  backup:
                    when: "0 3 * * *"
                    run: pg_dump app
                """, """
                supertask.yaml:1:16: this "${" is not closed · add "}", or write "$${" for the characters
                    1 | env: {PGHOST: '${DB_HOST'}
                      |                ^~
                """);
    }

    @Test
    void refusesAnExpressionAsAVariable() {
        refused("""
                env: {PGHOST: "${DB_HOST:-db2}"}
                jobs:
                  backup:
                    when: "0 3 * * *"
                    run: pg_dump app
                """,
                """
                        supertask.yaml:1:16: "${DB_HOST:-db2}" names no variable · write a plain name, such as ${HOME}, or "$${" for the characters
                            1 | env: {PGHOST: "${DB_HOST:-db2}"}
                              |                ^~~~~~~~~~~~~~~
                        """);
    }

    @Test
    void refusesANameThatAShellCannotTake() {
        refused("""
                jobs:
                  backup:
                    when: "0 3 * * *"
                    run: pg_dump app
                    env: {PG-HOST: db1, 1ST: x}
                """,
                """
                        supertask.yaml:5:11: "PG-HOST" cannot name a variable · use letters, digits and "_", and no digit first
                            5 |     env: {PG-HOST: db1, 1ST: x}
                              |           ^~~~~~~
                        supertask.yaml:5:25: "1ST" cannot name a variable · use letters, digits and "_", and no digit first
                            5 |     env: {PG-HOST: db1, 1ST: x}
                              |                         ^~~
                        """);
    }

    @Test
    void refusesTheNamesOfSupertaskItself() {
        refused("""
                defaults: {env: {SUPERTASK_JOB: x}}
                jobs:
                  backup:
                    when: "0 3 * * *"
                    run: pg_dump app
                """,
                """
                        supertask.yaml:1:18: "SUPERTASK_JOB" cannot be set: "SUPERTASK_" names are Supertask's · choose another name
                            1 | defaults: {env: {SUPERTASK_JOB: x}}
                              |                  ^~~~~~~~~~~~~
                        """);
    }

    @Test
    void asksHowAnEmptyVariableIsMeant() {
        refused("""
                env:
                  EMPTY:
                jobs:
                  backup:
                    when: "0 3 * * *"
                    run: pg_dump app
                """, """
                supertask.yaml:2:3: "EMPTY" in "env" has no value · write "" for an empty one
                    2 |   EMPTY:
                      |   ^~~~~
                """);
    }

    @Test
    void refusesAListAsAVariable() {
        refused("""
                jobs:
                  backup:
                    when: "0 3 * * *"
                    run: pg_dump app
                    env: {HOSTS: [a, b]}
                """, """
                supertask.yaml:5:18: "HOSTS" in "env" of job "backup" must be one value, but is a list
                    5 |     env: {HOSTS: [a, b]}
                      |                  ^~~~~~
                """);
    }

    @Test
    void tellsBothPlacesOfAVariableGivenTwice() {
        refused("""
                jobs:
                  backup:
                    when: "0 3 * * *"
                    run: pg_dump app
                    env: {A: 1, B: 2, A: 3}
                """,
                """
                        supertask.yaml:5:23: "A" in "env" of job "backup" is given twice · it stands at 5:11 already; keep one
                            5 |     env: {A: 1, B: 2, A: 3}
                              |                       ^
                        """);
    }
}
