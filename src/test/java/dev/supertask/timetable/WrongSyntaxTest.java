package dev.supertask.timetable;

import static dev.supertask.timetable.Texts.refused;

import org.junit.jupiter.api.Test;

/// What is said of texts that are no YAML, in words for people who never read its specification.
class WrongSyntaxTest {

    @Test
    void refusesATabAsIndentation() {
        refused("""
                jobs:
                  backup:
                \t  when: once
                """, """
                supertask.yaml:3:1: a tab cannot indent YAML · use spaces
                    3 |    when: once
                      | ^
                """);
    }

    @Test
    void asksForQuotesAroundAMacro() {
        refused("""
                jobs:
                  backup:
                    when: @daily
                    run: date
                """, """
                supertask.yaml:3:11: a value cannot begin with "@" · put the value in quotes
                    3 |     when: @daily
                      |           ^
                """);
    }

    @Test
    void asksForQuotesAroundAColon() {
        refused("""
                jobs:
                  backup:
                    when: once
                    run: echo a: b
                """,
                """
                        supertask.yaml:4:16: ":" cannot stand here · quote the value if the colon belongs to it, or check the indentation
                            4 |     run: echo a: b
                              |                ^
                        """);
    }

    @Test
    void pointsAtAQuoteThatIsNeverClosed() {
        refused("""
                jobs:
                  backup:
                    when: "0 3 * * *
                    run: date
                """, """
                supertask.yaml:3:11: this quote is never closed · add the closing quote
                    3 |     when: "0 3 * * *
                      |           ^
                """);
    }

    @Test
    void explainsEscapesOfDoubleQuotes() {
        refused("""
                jobs:
                  backup:
                    when: once
                    run: "grep \\d x"
                """,
                """
                        supertask.yaml:4:16: this is no escape of double quotes · write "\\\\" for a backslash, or use single quotes
                            4 |     run: "grep \\d x"
                              |                ^~
                        """);
    }

    @Test
    void refusesALineThatIsIndentedOtherwise() {
        refused("""
                jobs:
                  backup:
                    when: once
                   run: date
                """,
                """
                        supertask.yaml:4:4: this line does not fit the lines above it · indent it exactly like its neighbours
                            4 |    run: date
                              |    ^
                        """);
    }

    @Test
    void refusesALineThatIsIndentedFurther() {
        refused("""
                jobs:
                  backup:
                    when: once
                      run: date
                """,
                """
                        supertask.yaml:4:10: ":" cannot stand here · quote the value if the colon belongs to it, or check the indentation
                            4 |       run: date
                              |          ^
                        """);
    }

    @Test
    void refusesTextBehindAQuote() {
        refused("""
                jobs:
                  backup:
                    when: once
                    run: "$HOME/bin/backup" now
                """,
                """
                        supertask.yaml:4:29: there is text behind the closing quote · put the whole value in quotes, or none of it
                            4 |     run: "$HOME/bin/backup" now
                              |                             ^
                        """);
    }

    @Test
    void refusesALineWithoutAColon() {
        refused("""
                jobs:
                  backup:
                    when: once
                    run
                    tags: [a]
                """,
                """
                        supertask.yaml:4:5: this line has no ":" · write "key: value", or indent it under what it belongs to
                            4 |     run
                              |     ^
                        """);
    }

    @Test
    void refusesAListEntryBehindAKey() {
        refused("""
                jobs:
                  backup:
                    when: - once
                    run: date
                """,
                """
                        supertask.yaml:3:11: a list entry cannot stand here · begin it on a line of its own, or quote the value
                            3 |     when: - once
                              |           ^
                        """);
    }

    @Test
    void refusesAControlCharacter() {
        refused("""
                jobs:
                  backup: {every: 1h, run: "a\7b"}
                """,
                """
                        supertask.yaml:2:30: character U+0007 cannot stand in a timetable · remove it, or write it as an escape in double quotes
                            2 |   backup: {every: 1h, run: "a�b"}
                              |                              ^
                        """);
    }

    @Test
    void refusesYamlOfAnotherAge() {
        refused("""
                %YAML 2.0
                ---
                jobs: {}
                """, """
                supertask.yaml:1:1: this is no YAML 1 · remove the line
                    1 | %YAML 2.0
                      | ^
                """);
    }

    @Test
    void refusesAListBesideKeys() {
        refused("""
                namespace: ops
                - backup
                """,
                """
                        supertask.yaml:2:1: this line does not fit the lines above it · indent it exactly like its neighbours
                            2 | - backup
                              | ^
                        """);
    }

    @Test
    void refusesATabBehindAKey() {
        refused("""
                jobs:
                  backup:
                    when:\tonce
                """, """
                supertask.yaml:3:10: a tab cannot stand here · use spaces
                    3 |     when: once
                      |          ^
                """);
    }

    @Test
    void refusesAnAnchorWithoutAName() {
        refused("""
                jobs:
                  backup: &
                    when: once
                """, """
                supertask.yaml:2:11: a value cannot begin with "&" · put the value in quotes
                    2 |   backup: &
                      |           ^
                """);
    }
}
