package dev.supertask.timetable;

import static dev.supertask.timetable.Texts.refused;

import org.junit.jupiter.api.Test;

/// What is said of keys that this version does not know.
class UnknownKeysTest {

    @Test
    void answersAMistypedKeyWithTheNearest() {
        refused("""
                # supertask.yaml
                namespace: ops
                jobs:
                  backup:
                    when: "0 3 * * *"
                    run: pg_dump app
                    tiemout: 1h
                """, """
                supertask.yaml:7:5: unknown key "tiemout" in job "backup" · did you mean "timeout"?
                    7 |     tiemout: 1h
                      |     ^~~~~~~
                """);
    }

    @Test
    void listsTheKnownKeysWhereNoneIsNear() {
        refused("""
                jobs:
                  backup:
                    when: "0 3 * * *"
                    run: pg_dump app
                    colour: blue
                """,
                """
                        supertask.yaml:5:5: unknown key "colour" in job "backup" · known here: {the keys of jobs}
                            5 |     colour: blue
                              |     ^~~~~~
                        """);
    }

    @Test
    void tellsAKeyOfALaterVersionFromAMistypedOne() {
        refused("""
                jobs:
                  backup:
                    when: "0 3 * * *"
                    run: pg_dump app
                    retry: {attempts: 3, delay: 30s}
                """,
                """
                        supertask.yaml:5:5: "retry" in job "backup" is not known to this version · remove it; it comes with a later one
                            5 |     retry: {attempts: 3, delay: 30s}
                              |     ^~~~~
                        """);
    }

    @Test
    void doesNotAskForAPayloadThatALaterVersionHas() {
        refused("""
                jobs:
                  report:
                    when: '@daily'
                    uses: tasks/report
                """,
                """
                        supertask.yaml:4:5: "uses" in job "report" is not known to this version · remove it; it comes with a later one
                            4 |     uses: tasks/report
                              |     ^~~~
                        """);
    }

    @Test
    void doesNotAskForWhatIsOnlyMisspelt() {
        refused("""
                jobs:
                  beat:
                    evry: 10s
                    rnu: date
                """, """
                supertask.yaml:3:5: unknown key "evry" in job "beat" · did you mean "every"?
                    3 |     evry: 10s
                      |     ^~~~
                supertask.yaml:4:5: unknown key "rnu" in job "beat" · did you mean "run"?
                    4 |     rnu: date
                      |     ^~~
                """);
    }

    @Test
    void knowsTheKeysOfOtherPrograms() {
        refused("""
                jobs:
                  backup:
                    cron: '0 3 * * *'
                    command: pg_dump app
                    cwd: /srv
                """, """
                supertask.yaml:3:5: unknown key "cron" in job "backup" · did you mean "when"?
                    3 |     cron: '0 3 * * *'
                      |     ^~~~
                supertask.yaml:4:5: unknown key "command" in job "backup" · did you mean "run"?
                    4 |     command: pg_dump app
                      |     ^~~~~~~
                supertask.yaml:5:5: unknown key "cwd" in job "backup" · did you mean "working-dir"?
                    5 |     cwd: /srv
                      |     ^~~
                """);
    }

    @Test
    void keepsAMessageOnOneLineWhateverAKeyHolds() {
        refused("""
                jobs:
                  backup:
                    when: "0 3 * * *"
                    run: pg_dump app
                    "a\\n\\e[31mb": 1
                """,
                """
                        supertask.yaml:5:5: unknown key "a��[31mb" in job "backup" · known here: {the keys of jobs}
                            5 |     "a\\n\\e[31mb": 1
                              |     ^~~~~~~~~~~~
                        """);
    }
}
