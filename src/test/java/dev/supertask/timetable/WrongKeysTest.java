package dev.supertask.timetable;

import static dev.supertask.timetable.Texts.refused;

import org.junit.jupiter.api.Test;

/// What is said of keys and names that are not as they should be.
class WrongKeysTest {

    @Test
    void knowsTheKeysOfTheTopLevel() {
        refused("""
                namespce: ops
                jobs:
                  backup:
                    when: "0 3 * * *"
                    run: pg_dump app
                """, """
                supertask.yaml:1:1: unknown key "namespce" · did you mean "namespace"?
                    1 | namespce: ops
                      | ^~~~~~~~
                """);
    }

    @Test
    void knowsTheKeysOfMeta() {
        refused("""
                meta: {tilte: Nightly, version: 2}
                jobs:
                  backup:
                    when: "0 3 * * *"
                    run: pg_dump app
                """,
                """
                        supertask.yaml:1:8: unknown key "tilte" in "meta" · did you mean "title"?
                            1 | meta: {tilte: Nightly, version: 2}
                              |        ^~~~~
                        supertask.yaml:1:24: "version" in "meta" is not known to this version · remove it; it comes with a later one
                            1 | meta: {tilte: Nightly, version: 2}
                              |                        ^~~~~~~
                        """);
    }

    @Test
    void knowsTheKeysThatCanBeDefaults() {
        refused("""
                defaults: {timeout: 1h, run: date, overlap: skip}
                jobs:
                  backup:
                    when: "0 3 * * *"
                    run: pg_dump app
                """,
                """
                        supertask.yaml:1:25: unknown key "run" in "defaults" · known here: {the keys of defaults}
                            1 | defaults: {timeout: 1h, run: date, overlap: skip}
                              |                         ^~~
                        supertask.yaml:1:36: "overlap" in "defaults" is not known to this version · remove it; it comes with a later one
                            1 | defaults: {timeout: 1h, run: date, overlap: skip}
                              |                                    ^~~~~~~
                        """);
    }

    @Test
    void tellsBothPlacesOfAKeyGivenTwice() {
        refused("""
                jobs:
                  backup:
                    when: "0 3 * * *"
                    run: pg_dump app
                    run: pg_dump other
                """, """
                supertask.yaml:5:5: "run" in job "backup" is given twice · it stands at 4:5 already; keep one
                    5 |     run: pg_dump other
                      |     ^~~
                """);
    }

    @Test
    void tellsBothPlacesOfAJobGivenTwice() {
        refused("""
                jobs:
                  backup:
                    when: "0 3 * * *"
                    run: pg_dump app
                  backup: {every: 10s, run: date}
                """, """
                supertask.yaml:5:3: job "backup" is given twice · it stands at 2:3 already; keep one
                    5 |   backup: {every: 10s, run: date}
                      |   ^~~~~~
                """);
    }

    @Test
    void refusesAKeyThatIsNoText() {
        refused("""
                ? [a, b]
                : 1
                jobs:
                  backup:
                    when: "0 3 * * *"
                    run: pg_dump app
                """, """
                supertask.yaml:1:3: a key must be text, but is a list
                    1 | ? [a, b]
                      |   ^~~~~~
                """);
    }

    @Test
    void refusesAJobNameWithABlank() {
        refused("""
                jobs:
                  my backup: {every: 10s, run: date}
                """,
                """
                        supertask.yaml:2:3: "my backup" cannot name a job · use letters, digits, ".", "_" and "-", at most 128, and a letter or digit first
                            2 |   my backup: {every: 10s, run: date}
                              |   ^~~~~~~~~
                        """);
    }

    @Test
    void refusesANamespaceWithASlash() {
        refused("""
                namespace: ops/night
                jobs:
                  backup:
                    when: "0 3 * * *"
                    run: pg_dump app
                """,
                """
                        supertask.yaml:1:12: "ops/night" cannot name a namespace · use letters, digits, ".", "_" and "-", at most 64, and a letter or digit first
                            1 | namespace: ops/night
                              |            ^~~~~~~~~
                        """);
    }

    @Test
    void takesOnForAKeyAndNotForTrue() {
        refused("""
                jobs:
                  backup:
                    when: "0 3 * * *"
                    run: pg_dump app
                    on: monday
                """,
                """
                        supertask.yaml:5:5: "on" in job "backup" is not known to this version · remove it; it comes with a later one
                            5 |     on: monday
                              |     ^~
                        """);
    }

    @Test
    void asksForASchedule() {
        refused("""
                jobs:
                  backup:
                    run: pg_dump app
                """, """
                supertask.yaml:2:3: job "backup" is never due · add "when", "every" or "after"
                    2 |   backup:
                      |   ^~~~~~
                """);
    }

    @Test
    void asksForAPayload() {
        refused("""
                jobs:
                  backup:
                    every: 1h
                """, """
                supertask.yaml:2:3: job "backup" has nothing to run · add "run", "exec" or "script"
                    2 |   backup:
                      |   ^~~~~~
                """);
    }
}
