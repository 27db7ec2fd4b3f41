package dev.supertask.timetable;

import static dev.supertask.timetable.Texts.refused;

import org.junit.jupiter.api.Test;

/// What is said of values that repeat others.
class WrongAliasesTest {

    @Test
    void refusesAnAliasOfNothing() {
        refused("""
                jobs:
                  backup: &base {every: 1h, run: date}
                  other: *bsae
                """, """
                supertask.yaml:3:10: alias "*bsae" repeats nothing · did you mean "*base"?
                    3 |   other: *bsae
                      |          ^~~~~
                """);
    }

    @Test
    void takesAnUnquotedStarForAnAlias() {
        refused("""
                jobs:
                  backup:
                    when: */5 * * * *
                    run: date
                """, """
                supertask.yaml:3:11: a value cannot begin with "*" · put the value in quotes
                    3 |     when: */5 * * * *
                      |           ^
                """);
    }

    @Test
    void refusesAnAliasInsideItself() {
        refused("""
                jobs: &jobs
                  backup: *jobs
                """, """
                supertask.yaml:2:11: alias "*jobs" stands inside the value that it repeats
                    2 |   backup: *jobs
                      |           ^~~~~
                """);
    }

    @Test
    void mergesMapsOnly() {
        refused("""
                jobs:
                  backup:
                    <<: base
                    every: 1h
                    run: date
                """, """
                supertask.yaml:3:9: "<<" merges maps, but this is text · write an alias of a map: "<<: *base"
                    3 |     <<: base
                      |         ^~~~
                """);
    }

    @Test
    void tellsWhatElseIsWrongBesideAnAliasOfNothing() {
        refused("""
                jobs:
                  backup:
                    every: 1h
                    run: *dump
                    tiemout: 1h
                """,
                """
                        supertask.yaml:4:10: alias "*dump" repeats nothing · quote the value if it begins with "*", or name one with "&dump" before it
                            4 |     run: *dump
                              |          ^~~~~
                        supertask.yaml:5:5: unknown key "tiemout" in job "backup" · did you mean "timeout"?
                            5 |     tiemout: 1h
                              |     ^~~~~~~
                        """);
    }

    @Test
    void tellsAMistakeInARepeatedValueOnceAtItsOwnPlace() {
        refused("""
                jobs:
                  backup: &base
                    every: 1h
                    run: date
                    enabled: nope
                  report:
                    <<: *base
                    run: uptime
                """, """
                supertask.yaml:5:14: "nope" is no boolean · write true or false
                    5 |     enabled: nope
                      |              ^~~~
                """);
    }

    @Test
    void tellsAnUnknownMergedKeyForTheJobThatMergesIt() {
        refused("""
                jobs:
                  backup:
                    <<: {tiemout: 1h}
                    every: 1h
                    run: date
                """, """
                supertask.yaml:3:10: unknown key "tiemout" in job "backup" · did you mean "timeout"?
                    3 |     <<: {tiemout: 1h}
                      |          ^~~~~~~
                """);
    }
}
