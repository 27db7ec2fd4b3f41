package dev.supertask.timetable;

import static dev.supertask.timetable.Texts.refused;

import org.junit.jupiter.api.Test;

/// What is said of lists and maps that do not end well.
class WrongBracketsTest {

    @Test
    void pointsAtAListThatIsNeverClosed() {
        refused("""
                jobs:
                  backup:
                    when: once
                    exec: [echo, a
                    tags: [b]
                """, """
                supertask.yaml:4:11: this "[" is not closed · add the missing "]", or a "," between its values
                    4 |     exec: [echo, a
                      |           ^
                """);
    }

    @Test
    void pointsAtAMapThatIsNeverClosed() {
        refused("""
                env: {A: 1
                jobs:
                  backup:
                    when: once
                """, """
                supertask.yaml:1:6: this "{" is not closed · add the missing "}", or a "," between its values
                    1 | env: {A: 1
                      |      ^
                """);
    }

    @Test
    void pointsAtAListThatTheTextEndsIn() {
        refused("""
                jobs:
                  backup:
                    exec: [echo,
                """, """
                supertask.yaml:3:16: the text ends inside "[" or "{" · close it
                    3 |     exec: [echo,
                      |                ^
                """);
    }

    @Test
    void asksForTheCommaBetweenTwoKeysOfAMap() {
        refused("""
                {"jobs": {"a": {"every": "1h" "run": "date"}}}
                """, """
                supertask.yaml:1:31: a "," or "}" is missing before this
                    1 | {"jobs": {"a": {"every": "1h" "run": "date"}}}
                      |                               ^
                """);
    }

    @Test
    void refusesABracketThatClosesNothing() {
        refused("""
                jobs:
                  backup:
                    exec: [date]]
                    when: once
                """, """
                supertask.yaml:3:17: "]" closes nothing · remove it
                    3 |     exec: [date]]
                      |                 ^
                """);
    }

    @Test
    void refusesABracketInPlaceOfAValue() {
        refused("""
                jobs:
                  backup:
                    exec: ]
                    when: once
                """, """
                supertask.yaml:3:11: a value is missing before this
                    3 |     exec: ]
                      |           ^
                """);
    }

    @Test
    void asksForQuotesAroundAVariableInAMap() {
        refused("""
                env: {PGHOST: ${DB_HOST}}
                jobs:
                  backup:
                    when: "0 3 * * *"
                    run: pg_dump app
                """, """
                supertask.yaml:1:15: "${" cannot stand here without quotes · put the value in quotes
                    1 | env: {PGHOST: ${DB_HOST}}
                      |               ^~
                """);
    }
}
