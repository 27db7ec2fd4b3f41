package dev.supertask.timetable;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;

import dev.supertask.job.Job;
import dev.supertask.problem.Problem;
import dev.supertask.schedule.Schedule;
import dev.supertask.schedule.ScheduleText;
import org.junit.jupiter.api.Test;

/// Programs that say in a header of comments when they are due.
class TaskFileTest {

    @Test
    void readsTheHeaderOfThePythonOriginal() {
        Timetable timetable = Texts.read("cleanup.py", """
                #!/usr/bin/env python3
                # ruff: noqa: ERA001, T201

                # /// script
                # requires-python = ">=3.9"
                # dependencies = [
                #     "cratedb-toolkit",
                # ]
                # ///
                ##
                # /// task
                # cron = "*/5 * * * * * *"
                # [env]
                # DATABASE_URL = "crate://crate@localhost:4200/"
                # [options]
                # schemas = ["foo", "bar"]
                # limit = 1.50
                # dry-run = true
                # since = 2026-01-01
                # ///
                import os
                """);

        assertEquals("""
                cleanup:
                  when: "*/5 * * * * * *"
                  timezone: Europe/Berlin
                  call: /srv/ops/cleanup.py
                  kwargs:
                    schemas: [foo, bar]
                    limit: 1.5
                    dry-run: true
                    since: "2026-01-01"
                  working-dir: /srv/ops
                  env:
                    DATABASE_URL: "crate://crate@localhost:4200/"
                """, JobText.write(timetable.jobs().getFirst()));
        assertEquals(List.of("""
                cleanup.py:6:3: warning ST-W11: dependencies are not installed · install them for the "python3" of the \
                job's PATH
                    6 | # dependencies = [
                      |   ^~~~~~~~~~~~"""), timetable.warnings().stream().map(Problem::render).toList());
    }

    @Test
    void takesWhatAJobTakes() {
        Timetable timetable = Texts.read("report.py", """
                # /// task
                # namespace = "ops"
                # name = "nightly-report"
                # title = "Nightly report"
                # description = "For the board"
                # when = ["@daily", "at 2027-01-01T00:00"]
                # every = "10m"
                # timezone = "UTC"
                # timeout = "5m"
                # tags = ["night"]
                # working-dir = "data"
                # enabled = false
                # limits = {memory = "1GiB"}
                # env.HOST = "${DB_HOST}"
                # ///
                """);

        assertEquals("ops", timetable.namespace());
        assertEquals("""
                nightly-report:
                  title: Nightly report
                  description: For the board
                  tags: [night]
                  enabled: false
                  when: ["@daily", "at 2027-01-01T00:00", "@every 10m"]
                  timezone: UTC
                  call: /srv/ops/report.py
                  working-dir: /srv/ops/data
                  env:
                    HOST: db1
                  limits:
                    memory: 1GiB
                  timeout: 5m
                """, JobText.write(timetable.jobs().getFirst()));
    }

    @Test
    void readsTheHeaderBehindTheCommentSignOfAnyLanguage() {
        for (String sign : List.of("#", "//", "--", ";", ";;", "%")) {
            Job job = Texts.read("tidy.x", (SIGN + " /// task\n" + SIGN + "\n" + SIGN + " when = \"@daily\"\n" + SIGN
                    + "[options]\n" + SIGN + " table-name = \"a b\"\n" + SIGN + " n = 7\n" + SIGN
                    + " list = [1, \"x\"]\n" + SIGN + " ///\nrest\n").replace(SIGN, sign)).jobs().getFirst();
            assertEquals("""
                    tidy:
                      when: "@daily"
                      timezone: Europe/Berlin
                      script: /srv/ops/tidy.x
                      working-dir: /srv/ops
                      env:
                        SUPERTASK_PARAM_LIST: "[1, \\"x\\"]"
                        SUPERTASK_PARAM_N: 7
                        SUPERTASK_PARAM_TABLE_NAME: a b
                    """, JobText.write(job), sign);
            assertEquals(job, JobText.read(JobText.write(job)));
        }
    }

    private static final String SIGN = "SIGN";

    @Test
    void countsWeekdaysOfCronAsTheOriginalAndOfWhenAsATimetable() {
        Job job = Texts.read("a.py", """
                # /// task
                # cron = "0 3 * * 0"
                # when = "0 3 * * 0"
                # ///
                """).jobs().getFirst();

        assertEquals(List.of("0 3 * * MON", "0 3 * * 0"), job.schedules().stream().map(Schedule::text).toList());
    }

    @Test
    void letsACallerSayWhenInPlaceOfTheHeaderOrWithoutOne() {
        List<Schedule> when = List.of(ScheduleText.parse("@daily").schedule());
        for (String text : List.of("# /// task\n# cron = \"0 3 * * *\"\n# ///\n", "print(1)\n")) {
            Timetable timetable = TaskFile.read("a.py", text, Path.of("/srv/ops/a.py"), when, Texts.AROUND);
            assertEquals(when, timetable.jobs().getFirst().schedules());
        }
    }

    @Test
    void readsFilesOfWindowsAndAByteOrderMark() {
        assertEquals("a", Texts.read("a.py", "\uFEFF# /// task\r\n# when = \"@daily\"\r\n# ///\r\nprint(1)\r\n").jobs()
                .getFirst().name());
    }

    @Test
    void isKnownByItsEndingOrItsText() {
        assertTrue(TaskFile.isOne("dir.d/a.py", ""));
        assertTrue(TaskFile.isOne("a", "#!/bin/sh\n"));
        assertTrue(TaskFile.isOne("-", "\n; /// task\n"));
        assertFalse(TaskFile.isOne("a.yaml", "# /// task\n"));
        assertFalse(TaskFile.isOne("a.JSON", "#!/bin/sh\n"));
        assertFalse(TaskFile.isOne("nightly", "#!/usr/bin/env -S supertask run --file\njobs: {}\n"));
        assertFalse(TaskFile.isOne("crontab", "# nightly\n0 3 * * * make\n"));
    }
}
