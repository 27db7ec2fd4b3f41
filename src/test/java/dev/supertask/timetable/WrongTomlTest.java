package dev.supertask.timetable;

import static dev.supertask.timetable.Texts.refused;

import org.junit.jupiter.api.Test;

/// What is said of the TOML of a task file that cannot be read.
class WrongTomlTest {

    @Test
    void tellsEveryLineThatIsNoToml() {
        refused("task.py", """
                # /// task
                # cron = 0 3 * * *
                # name = 'x
                # timeout = 5m
                # a = True
                # b =
                # c: d
                # d = "\\q"
                # e = "x" y
                # é = 1
                # f = null
                # [env
                # [options]
                # l = [1, 2
                # m = 3
                # ///
                """,
                """
                        task.py:2:10: this is no value of TOML · put text in quotes
                            2 | # cron = 0 3 * * *
                              |          ^~~~~~~~~
                        task.py:3:10: this quote is never closed · add the closing quote
                            3 | # name = 'x
                              |          ^~
                        task.py:4:13: this is no value of TOML · put text in quotes
                            4 | # timeout = 5m
                              |             ^~
                        task.py:5:7: this is no value of TOML · write true
                            5 | # a = True
                              |       ^~~~
                        task.py:6:3: this key has no value · write one behind "="
                            6 | # b =
                              |   ^
                        task.py:7:4: "=" is missing before this · write KEY = VALUE
                            7 | # c: d
                              |    ^
                        task.py:8:8: this is no escape of TOML · write "\\\\" for a backslash, or use single quotes
                            8 | # d = "\\q"
                              |        ^
                        task.py:9:11: there is text behind the closing quote · put the whole value in quotes, and a comment behind "#"
                            9 | # e = "x" y
                              |           ^
                        task.py:10:3: a key cannot begin with this · put the key in quotes, or "#" before a comment
                           10 | # é = 1
                              |   ^
                        task.py:11:7: this is no value of TOML · leave the key out
                           11 | # f = null
                              |       ^~~~
                        task.py:12:6: a "]" is missing behind this · close what was opened
                           12 | # [env
                              |      ^
                        task.py:15:3: a "]" is missing before this · close what was opened
                           15 | # m = 3
                              |   ^
                        """);
    }

    @Test
    void refusesAnEndInsideAList() {
        refused("task.py", """
                # /// task
                # when = ["@daily",
                # ///
                """, """
                task.py:2:19: a "]" is missing behind this · close what was opened
                    2 | # when = ["@daily",
                      |                   ^
                """);
    }

    @Test
    void refusesATextThatNeverEnds() {
        refused("task.py", """
                # /// task
                # when = \"""@daily
                # ///
                """, """
                task.py:2:10: this quote is never closed · add the closing quote
                    2 | # when = \"""@daily
                      |          ^~~~~~~~~
                """);
    }

    @Test
    void refusesKeysTwice() {
        refused("task.py", """
                # /// task
                # when = "@daily"
                # when = "@hourly"
                # [env]
                # A = "1"
                # [env]
                # A = "2"
                # timeout.x = 1
                # ///
                """, """
                task.py:3:3: "when" is given twice · it stands at 2:3 already; keep one
                    3 | # when = "@hourly"
                      |   ^~~~
                task.py:6:3: "env" is given twice · it stands at 4:3 already; keep one
                    6 | # [env]
                      |   ^~~~~
                task.py:7:3: "A" is given twice · it stands at 5:3 already; keep one
                    7 | # A = "2"
                      |   ^
                """);
    }

    @Test
    void refusesALineWithoutAValue() {
        refused("task.sql", """
                -- /// task
                -- when = "@daily"
                -- nightly
                -- ///
                """, """
                task.sql:3:4: this line has no "=" · write KEY = VALUE
                    3 | -- nightly
                      |    ^
                """);
    }

    @Test
    void refusesADayThatIsNone() {
        refused("task.py", """
                # /// task
                # when = "@daily"
                # [options]
                # day = 2026-13-01
                # ///
                """, """
                task.py:4:14: this is no TOML: invalid month (valid range 01..12)
                    4 | # day = 2026-13-01
                      |              ^
                """);
    }

    @Test
    void refusesAKeyUnderAValue() {
        refused("task.py", """
                # /// task
                # when = "@daily"
                # timeout = "5m"
                # timeout.x = 1
                # ///
                """, """
                task.py:4:3: "timeout" holds a value already, and can hold no key · call one of them otherwise
                    4 | # timeout.x = 1
                      |   ^~~~~~~~~
                """);
    }
}
