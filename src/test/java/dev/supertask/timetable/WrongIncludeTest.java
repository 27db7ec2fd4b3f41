package dev.supertask.timetable;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

/// What is said of texts that include others.
class WrongIncludeTest {
    private static final String GOOD = "jobs: {good: {when: once, run: date}}\n";

    @Test
    void tellsAMistakeOfAnIncludedTextAtItsPlaceThere() {
        Shelf.of("supertask.yaml", "include: jobs.d/*.yaml\n" + GOOD, "jobs.d/a.yaml", """
                # nightly
                jobs:
                  backup: {when: "0 3 * *", run: date, tiemout: 1h}
                """).refused("supertask.yaml", """
                jobs.d/a.yaml:3:19: cron text has 5 to 7 fields, not 4 · write "minute hour day-of-month month \
                day-of-week", every one of them
                    3 |   backup: {when: "0 3 * *", run: date, tiemout: 1h}
                      |                   ^~~~~~~
                jobs.d/a.yaml:3:40: unknown key "tiemout" in job "backup" · did you mean "timeout"?
                    3 |   backup: {when: "0 3 * *", run: date, tiemout: 1h}
                      |                                        ^~~~~~~
                """);
    }

    @Test
    void tellsTheMistakesOfAllTextsAtOnceTextAfterText() {
        Shelf.of("supertask.yaml", """
                include: [b.yaml, a.yaml, c.yaml]
                timezone: Mars
                """, "a.yaml", "jobs: {a: {every: 1h, run: date, x: 1}}", "b.yaml", "\n\njobs: {b: {every: 1h}}",
                "c.yaml", "jobs: {c: [}\n").refused("supertask.yaml",
                        """
                                supertask.yaml:2:11: unknown time zone "Mars" · write a name such as "Europe/Berlin" or "UTC"
                                    2 | timezone: Mars
                                      |           ^~~~
                                b.yaml:3:8: job "b" has nothing to run · add "run", "exec" or "script"
                                    3 | jobs: {b: {every: 1h}}
                                      |        ^
                                a.yaml:1:34: unknown key "x" in job "a" · known here: {the keys of jobs}
                                    1 | jobs: {a: {every: 1h, run: date, x: 1}}
                                      |                                  ^
                                c.yaml:1:12: a value is missing before this
                                    1 | jobs: {c: [}
                                      |            ^
                                """);
    }

    @Test
    void refusesATextThatIsNotThere() {
        Shelf.of("supertask.yaml", "include: jbos.yaml\n" + GOOD).refused("supertask.yaml", """
                supertask.yaml:1:10: there is no file "jbos.yaml"
                    1 | include: jbos.yaml
                      |          ^~~~~~~~~
                """);
    }

    @Test
    void refusesATextThatIncludesItself() {
        Shelf.of("supertask.yaml", "include: supertask.yaml\n" + GOOD).refused("supertask.yaml", """
                supertask.yaml:1:10: "supertask.yaml" includes itself: supertask.yaml:1:10 · remove it
                    1 | include: supertask.yaml
                      |          ^~~~~~~~~~~~~~
                """);
    }

    @Test
    void tellsTheWholeWayOnWhichATextIncludesItself() {
        Shelf.of("supertask.yaml", GOOD + "include: [a.yaml]\n", "a.yaml", "include: sub/b.yaml",
                "sub/b.yaml", "\ninclude:\n  - ../a.yaml\n").refused("supertask.yaml", """
                        sub/b.yaml:3:5: "a.yaml" includes itself: a.yaml:1:10, sub/b.yaml:3:5 · remove one of these
                            3 |   - ../a.yaml
                              |     ^~~~~~~~~
                        """);
    }

    @Test
    void refusesATextThatIsIncludedTwice() {
        Shelf.of("supertask.yaml", "include: [a.yaml, b.yaml]\n", "a.yaml", GOOD, "b.yaml", "include: a.yaml")
                .refused("supertask.yaml",
                        """
                                b.yaml:1:10: "a.yaml" is included twice · it is included at supertask.yaml:1:11 already; keep one
                                    1 | include: a.yaml
                                      |          ^~~~~~
                                """);
    }

    @Test
    void namesBothPlacesOfAJobOfTwoTexts() {
        Shelf.of("supertask.yaml", "include: a.yaml\n" + GOOD, "a.yaml", "jobs:\n  good: {every: 1h, run: date}\n")
                .refused("supertask.yaml", """
                        a.yaml:2:3: job "good" is given twice · it stands at supertask.yaml:2:8 already; keep one
                            2 |   good: {every: 1h, run: date}
                              |   ^~~~
                        """);
    }

    @Test
    void refusesANamespaceInAnIncludedText() {
        Shelf.of("ops.yaml", "include: a.yaml\n", "a.yaml", "include: b.yaml",
                "b.yaml", "namespace: b\nmeta: {title: B}\n" + GOOD).refused("ops.yaml", """
                        b.yaml:1:1: "namespace" cannot stand in a text that is included · write it in "ops.yaml"
                            1 | namespace: b
                              | ^~~~~~~~~
                        b.yaml:2:1: "meta" cannot stand in a text that is included · write it in "ops.yaml"
                            2 | meta: {title: B}
                              | ^~~~
                        """);
    }

    @Test
    void refusesAnEmptyTextAmongMistakesOfOthers() {
        Shelf.of("supertask.yaml", "incldue: x\ninclude: a.yaml\n" + GOOD, "a.yaml", "# later\n")
                .refused("supertask.yaml", """
                        supertask.yaml:1:1: unknown key "incldue" · did you mean "include"?
                            1 | incldue: x
                              | ^~~~~~~
                        a.yaml:1:1: the timetable is empty · add "jobs:" with at least one job
                            1 | # later
                              | ^
                        """);
    }

    @Test
    void tellsMistakesOfTextsOfOtherForms() {
        Shelf.of("supertask.yaml", "include: [a.list, b.list]\n" + GOOD, "a.list", "!", "b.list", "good\n")
                .refused("supertask.yaml", """
                        a.list:1:1: this is no name
                            1 | !
                              | ^
                        b.list:1:1: warning ST-W09: no mail is sent
                            1 | x
                              | ^
                        b.list:1:1: job "good" is given twice · it stands at supertask.yaml:2:8 already; keep one
                            1 | good
                              | ^
                        """);
    }

    @Test
    void refusesAMapAsAnInclude() {
        Shelf.of("supertask.yaml", "include: {file: a.yaml}\n" + GOOD).refused("supertask.yaml", """
                supertask.yaml:1:10: "include" must be one value, but is a map
                    1 | include: {file: a.yaml}
                      |          ^~~~~~~~~~~~~~
                """);
    }

    @Test
    void refusesAnEmptyInclude() {
        Shelf.of("supertask.yaml", "include: []\n" + GOOD).refused("supertask.yaml", """
                supertask.yaml:1:10: "include" is an empty list · write at least one, or remove the key
                    1 | include: []
                      |          ^~
                """);
    }

    @Test
    void refusesAPatternThatFitsNothingWhereThereAreNoOtherJobs() {
        Shelf.of("supertask.yaml", "namespace: ops\ninclude: jobs.d/*.yaml\n").refused("supertask.yaml", """
                supertask.yaml:2:1: "include" finds no job, and there is no other · add "jobs", or a text for it to find
                    2 | include: jobs.d/*.yaml
                      | ^~~~~~~
                """);
    }

    @Test
    void refusesAChainThatNeverEnds() {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i <= 30; i++) {
            texts.addAll(List.of(i + ".yaml", "include: " + (i + 1) + ".yaml\n"));
        }
        texts.addAll(List.of("31.yaml", GOOD));
        Shelf.of(texts.toArray(String[]::new)).refused("0.yaml", """
                20.yaml:1:10: "21.yaml" is one text too many · a timetable may include 10000, in chains of up to 20
                    1 | include: 21.yaml
                      |          ^~~~~~~
                """);
    }

    @Test
    void standsAloneWhereThereIsNothingElse() {
        Texts.refused("include: a.yaml\n" + GOOD, """
                supertask.yaml:1:10: "a.yaml" is another text, and this one stands alone
                    1 | include: a.yaml
                      |          ^~~~~~
                """);
    }
}
