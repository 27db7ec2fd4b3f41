package dev.supertask.timetable;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.Map;

import dev.supertask.job.Job;
import dev.supertask.job.Place;
import org.junit.jupiter.api.Test;

/// Files of variables: `env-file`, whose variables are the jobs', and `.env`, whose variables `${NAME}` takes.
class EnvFileTest {

    @Test
    void givesJobsItsVariablesAndEnvBesideItWins() {
        Job job = Shelf.of("supertask.yaml", """
                env-file: common.env
                env: {B: top}
                defaults: {env-file: [first.env, second.env]}
                jobs:
                  backup: {when: once, run: date, env-file: own/job.env, env: {E: job}}
                """, "common.env", "A=common\nB=common\n", "first.env", "C=first\nD=first", "second.env", "D=second",
                "own/job.env", "E=file\nF=file").read("supertask.yaml").jobs().getFirst();

        assertEquals(Map.of("A", "common", "B", "top", "C", "first", "D", "second", "E", "job", "F", "file"), env(job));
    }

    @Test
    void mayBeMissingWhereItsNameBeginsWithADash() {
        Job job = Shelf.of("supertask.yaml", """
                jobs:
                  backup: {when: once, run: date, env-file: ["-missing.env", -there.env]}
                """, "there.env", "A=1").read("supertask.yaml").jobs().getFirst();

        assertEquals(Map.of("A", "1"), env(job));
    }

    @Test
    void isMeantFromTheTextThatNamesIt() {
        Job job = Shelf.of("supertask.yaml", "include: sub/a.yaml", "sub/a.yaml", """
                jobs: {backup: {when: once, run: date, env-file: a.env}}
                """, "sub/a.env", "A=sub", "a.env", "A=top").read("supertask.yaml").jobs().getFirst();

        assertEquals(Map.of("A", "sub"), env(job));
    }

    @Test
    void readsValuesAsTheyStandInQuotesOrWithout() {
        Job job = Shelf.of("supertask.yaml", "jobs: {a: {when: once, run: date, env-file: x}}", "x", """
                # a comment

                BARE=two words # and a comment
                HASH=a#b
                export EXPORTED = yes
                SINGLE='as ${IT} is \\n "here"'   # a comment
                DOUBLE="a\\tb\\n\\"c\\" \\\\ \\${D}"
                LINES="one
                two"
                EMPTY=
                DOLLAR=pa$$word$1
                """).read("supertask.yaml").jobs().getFirst();

        assertEquals(Map.ofEntries(Map.entry("BARE", "two words"), Map.entry("HASH", "a#b"),
                Map.entry("EXPORTED", "yes"), Map.entry("SINGLE", "as ${IT} is \\n \"here\""),
                Map.entry("DOUBLE", "a\tb\n\"c\" \\ ${D}"), Map.entry("LINES", "one\ntwo"), Map.entry("EMPTY", ""),
                Map.entry("DOLLAR", "pa$$word$1")), env(job));
    }

    @Test
    void readsLinesThatEndAsOnWindows() {
        Job job = Shelf.of("supertask.yaml", "jobs: {a: {when: once, run: date, env-file: x}}", "x",
                "\uFEFFA=1\r\nB='2'\r\n").read("supertask.yaml").jobs().getFirst();

        assertEquals(Map.of("A", "1", "B", "2"), env(job));
    }

    @Test
    void besideTheTextItFeedsReferencesOnlyAndASetVariableWins() {
        Job job = Shelf.of("supertask.yaml", """
                jobs: {a: {when: once, run: date, env: {X: "${HOME} ${PORT}"}}}
                """, ".env", "HOME=/elsewhere\nPORT=80\n").read("supertask.yaml").jobs().getFirst();

        assertEquals(Map.of("X", "/home/ada 80"), env(job));
    }

    @Test
    void besideTheTextItIsNotReadWhereNothingNeedsIt() {
        Job job = Shelf.of("supertask.yaml", "jobs: {a: {when: once, run: date, env: {X: \"${HOME}\"}}}",
                ".env", "this is another program's").read("supertask.yaml").jobs().getFirst();

        assertEquals(Map.of("X", "/home/ada"), env(job));
    }

    private static Map<String, String> env(Job job) {
        return assertInstanceOf(Place.ThisMachine.class, job.steps().getFirst().place()).env();
    }
}
