package dev.supertask.timetable;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import dev.supertask.job.Job;
import dev.supertask.job.Payload;
import dev.supertask.job.Place;
import dev.supertask.problem.Problem;
import org.junit.jupiter.api.Test;

/// `include`: a timetable of several texts.
class IncludeTest {

    @Test
    void addsTheJobsOfOtherTextsBehindItsOwn() {
        Timetable timetable = Shelf.of("supertask.yaml", """
                namespace: ops
                include: [jobs.d/*.yaml, more/last.yaml]
                jobs:
                  first: {when: once, run: date}
                """, "jobs.d/b.yaml", "jobs: {third: {when: once, run: date}}",
                "jobs.d/a.yaml", "jobs: {second: {when: once, run: date}}",
                "more/last.yaml", "jobs: {fourth: {when: once, run: date}}").read("supertask.yaml");

        assertEquals("ops", timetable.namespace());
        assertEquals(List.of("first", "second", "third", "fourth"), timetable.jobs().stream().map(Job::name).toList());
    }

    @Test
    void isEnoughWithoutJobsOfItsOwn() {
        Timetable timetable = Shelf.of("supertask.yaml", "include: a.yaml\n",
                "a.yaml", "jobs: {a: {when: once, run: date}}").read("supertask.yaml");

        assertEquals(List.of("a"), timetable.jobs().stream().map(Job::name).toList());
    }

    @Test
    void handsDownWhatHoldsForJobsAndTheIncludedTextMaySayOtherwise() {
        List<Job> jobs = Shelf.of("supertask.yaml", """
                timezone: Europe/London
                env: {A: top, B: top}
                defaults: {timeout: 1h, tags: [nightly]}
                include: sub/team.yaml
                jobs:
                  own: {when: once, run: date}
                """, "sub/team.yaml", """
                timezone: Asia/Tokyo
                env: {B: team}
                defaults: {timeout: 2h}
                jobs:
                  theirs: {when: once, run: date}
                """).read("supertask.yaml").jobs();

        assertEquals(List.of("Europe/London", "Asia/Tokyo"), jobs.stream().map(job -> job.zone().getId()).toList());
        assertEquals(List.of(Duration.ofHours(1), Duration.ofHours(2)),
                jobs.stream().map(job -> job.policies().timeout()).toList());
        assertEquals(List.of(List.of("nightly"), List.of("nightly")), jobs.stream().map(Job::tags).toList());
        assertEquals(List.of(Map.of("A", "top", "B", "top"), Map.of("A", "top", "B", "team")),
                jobs.stream().map(job -> place(job).env()).toList());
    }

    @Test
    void letsJobsWorkInTheFolderOfTheirOwnTextUnlessOneIsNamed() {
        String theirs = "jobs: {theirs: {when: once, script: x.sh}}";
        List<Job> jobs = Shelf.of("supertask.yaml", "include: sub/team.yaml", "sub/team.yaml", theirs)
                .read("supertask.yaml").jobs();
        List<Job> told = Shelf
                .of("supertask.yaml", "defaults: {working-dir: .}\ninclude: sub/team.yaml", "sub/team.yaml", theirs)
                .read("supertask.yaml").jobs();

        assertEquals(Path.of("/srv/ops/sub"), place(jobs.getFirst()).workingDir());
        assertEquals(Path.of("/srv/ops"), place(told.getFirst()).workingDir());
        assertEquals(new Payload.Script(Path.of("/srv/ops/sub/x.sh"), List.of()),
                told.getFirst().steps().getFirst().payload());
    }

    @Test
    void includesTextsThatIncludeOthers() {
        List<Job> jobs = Shelf.of("supertask.yaml", "include: a/a.yaml", "a/a.yaml", "include: ../b/b.yaml",
                "b/b.yaml", "jobs: {b: {when: once, run: date}}").read("supertask.yaml").jobs();

        assertEquals(Path.of("/srv/ops/b"), place(jobs.getFirst()).workingDir());
    }

    @Test
    void takesVariablesFromTheDotenvBesideEachTextThenFromThoseAround() {
        List<Job> jobs = Shelf.of("supertask.yaml", """
                include: sub/team.yaml
                jobs:
                  own: {when: once, run: date, env: {X: "${WHERE} ${ALL} ${HOME}"}}
                """, ".env", "WHERE=top\nALL=every\nHOME=nowhere\n", "sub/.env", "WHERE=sub\n", "sub/team.yaml", """
                jobs:
                  theirs: {when: once, run: date, env: {X: "${WHERE} ${ALL} ${HOME}"}}
                """).read("supertask.yaml").jobs();

        assertEquals(List.of(Map.of("X", "top every /home/ada"), Map.of("X", "sub every /home/ada")),
                jobs.stream().map(job -> place(job).env()).toList());
    }

    @Test
    void includesTextsOfOtherForms() {
        Timetable timetable = Shelf.of("supertask.yaml", "timezone: Asia/Tokyo\ninclude: sub/a.list", "sub/a.list",
                "first\nsecond").read("supertask.yaml");

        assertEquals(List.of("first", "second"), timetable.jobs().stream().map(Job::name).toList());
        assertEquals("Asia/Tokyo", timetable.jobs().getFirst().zone().getId());
        assertEquals(Path.of("/srv/ops/sub"), place(timetable.jobs().getFirst()).workingDir());
        assertEquals(List.of("no mail is sent"), timetable.warnings().stream().map(Problem::message).toList());
    }

    private static Place.ThisMachine place(Job job) {
        return assertInstanceOf(Place.ThisMachine.class, job.steps().getFirst().place());
    }
}
