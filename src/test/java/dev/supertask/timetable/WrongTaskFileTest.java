package dev.supertask.timetable;

import static dev.supertask.timetable.Texts.refused;

import org.junit.jupiter.api.Test;

/// What is said of task files whose header cannot be read.
class WrongTaskFileTest {

    @Test
    void refusesAFileThatSaysNothing() {
        refused("task.py", """
                import os
                """,
                """
                        task.py:1:1: nothing says when this file is due · write the lines '# /// task', '# cron = "0 3 * * *"' and '# ///' into it, or add --when=SCHEDULE
                            1 | import os
                              | ^
                        """);
    }

    @Test
    void refusesAFileOfAnotherLanguageThatSaysNothing() {
        refused("tidy.js", """
                console.log(1)
                """,
                """
                        tidy.js:1:1: nothing says when this file is due · write the lines '// /// task', '// cron = "0 3 * * *"' and '// ///' into it, or add --when=SCHEDULE
                            1 | console.log(1)
                              | ^
                        """);
    }

    @Test
    void refusesAMistypedHeader() {
        refused("task.py", """
                # /// tasks
                # cron = "0 3 * * *"
                # ///
                """, """
                task.py:1:1: this opens no header · write "/// task" behind the comment sign
                    1 | # /// tasks
                      | ^~~~~~~~~~~
                """);
    }

    @Test
    void refusesAHeaderThatIsNotClosed() {
        refused("task.py", """
                # /// task
                # cron = "0 3 * * *"

                import os
                """, """
                task.py:1:1: this header is not closed · end it with a line "# ///"
                    1 | # /// task
                      | ^~~~~~~~~~
                """);
    }

    @Test
    void refusesASecondHeader() {
        refused("task.py", """
                # /// task
                # cron = "0 3 * * *"
                # ///
                #
                # /// task
                # timeout = "5m"
                # ///
                """, """
                task.py:5:1: this is a second header · write all into the one on line 1
                    5 | # /// task
                      | ^~~~~~~~~~
                """);
    }

    @Test
    void refusesAHeaderWithoutASchedule() {
        refused("tidy.js", """
                // /// task
                // timeout = "5m"
                // ///
                """,
                """
                        tidy.js:1:1: the header does not say when its task is due · add a line such as 'cron = "0 3 * * *"' or 'when = "@daily"', or --when=SCHEDULE
                            1 | // /// task
                              | ^~~~~~~~~~~
                        """);
    }

    @Test
    void refusesUnknownKeysAndWrongValues() {
        refused("task.py", """
                # /// task
                # corn = "0 3 * * *"
                # cron = ["0 3 * * 9", "@dayly"]
                # timeout = 30
                # timezone = "Berlin"
                # name = "a b"
                # namespace = "a b"
                # enabled = "maybe"
                # title = ["a"]
                # env = "x"
                # options = 3
                # ///
                """,
                """
                        task.py:2:3: unknown key "corn" in the header · did you mean "cron"?
                            2 | # corn = "0 3 * * *"
                              |   ^~~~
                        task.py:3:20: day-of-week "9" is not in 0 to 6 · Monday is 0, Sunday 6, as in the Python original
                            3 | # cron = ["0 3 * * 9", "@dayly"]
                              |                    ^
                        task.py:3:25: unknown macro "@dayly" · did you mean "@daily"?
                            3 | # cron = ["0 3 * * 9", "@dayly"]
                              |                         ^~~~~~
                        task.py:4:13: "30" has no unit · write "30s" for seconds or "30m" for minutes
                            4 | # timeout = 30
                              |             ^~
                        task.py:5:14: unknown time zone "Berlin" · did you mean "Europe/Berlin"?
                            5 | # timezone = "Berlin"
                              |              ^~~~~~~~
                        task.py:6:10: "a b" cannot name a job · use letters, digits, ".", "_" and "-", at most 128, and a letter or digit first
                            6 | # name = "a b"
                              |          ^~~~~
                        task.py:7:15: "a b" cannot name a namespace · use letters, digits, ".", "_" and "-", at most 64, and a letter or digit first
                            7 | # namespace = "a b"
                              |               ^~~~~
                        task.py:8:13: "maybe" is no boolean · write true or false
                            8 | # enabled = "maybe"
                              |             ^~~~~~~
                        task.py:9:11: "title" in the header must be one value, but is a list
                            9 | # title = ["a"]
                              |           ^~~~~
                        task.py:10:9: "env" in the header must be a map, but is text · write {NAME: value}
                           10 | # env = "x"
                              |         ^~~
                        task.py:11:13: "options" in the header must be a map, but is text · write [options] and NAME = VALUE below it
                           11 | # options = 3
                              |             ^
                        """);
    }

    @Test
    void refusesAFileThatCannotNameAJob() {
        refused("my task.sh", """
                #!/bin/sh
                # /// task
                # every = "5 m"
                # ///
                """, """
                my task.sh:2:1: "my task" cannot name a job · add a line such as 'name = "backup"' to the header
                    2 | # /// task
                      | ^~~~~~~~~~
                my task.sh:3:12: a duration has no spaces, but "5 m" has · write "5m"
                    3 | # every = "5 m"
                      |            ^~~
                """);
    }

    @Test
    void refusesVariablesThatCannotBeSet() {
        refused("task.sh", """
                # /// task
                # when = "@daily"
                # [env]
                # SUPERTASK_JOB = "x"
                # A-B = 1
                # C = "${NOPE}"
                # D = [1]
                # ///
                """,
                """
                        task.sh:4:3: "SUPERTASK_JOB" cannot be set: "SUPERTASK_" names are Supertask's · choose another name
                            4 | # SUPERTASK_JOB = "x"
                              |   ^~~~~~~~~~~~~
                        task.sh:5:3: "A-B" cannot name a variable · use letters, digits and "_", and no digit first
                            5 | # A-B = 1
                              |   ^~~
                        task.sh:6:8: variable "NOPE" is not set · set it where Supertask is started, or write "$${" for the characters
                            6 | # C = "${NOPE}"
                              |        ^~~~~~~
                        task.sh:7:7: "D" in "env" of the header must be one value, but is a list
                            7 | # D = [1]
                              |       ^~~
                        """);
    }

    @Test
    void refusesOptionsThatWouldBeOneVariable() {
        refused("task.sh", """
                # /// task
                # when = "@daily"
                # [options]
                # dry-run = true
                # dry_run = false
                # ///
                """,
                """
                        task.sh:5:3: options "dry-run" and "dry_run" would both be "SUPERTASK_PARAM_DRY_RUN" · call one of them otherwise
                            5 | # dry_run = false
                              |   ^~~~~~~
                        """);
    }

    @Test
    void refusesLimitsThatAreNone() {
        refused("task.py", """
                # /// task
                # when = "@daily"
                # [limits]
                # memory = "512"
                # colour = 1
                # ///
                """,
                """
                        task.py:4:12: "512" has no unit · write 512MiB, for example
                            4 | # memory = "512"
                              |            ^~~~~
                        task.py:5:3: unknown key "colour" in "limits" of the header · known here: cpu-time, file-size, memory, open-files, processes
                            5 | # colour = 1
                              |   ^~~~~~
                        """);
    }
}
