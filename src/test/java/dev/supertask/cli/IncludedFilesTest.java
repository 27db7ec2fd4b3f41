package dev.supertask.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import dev.supertask.job.Job;
import dev.supertask.testkit.Cli;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A timetable of several files.
class IncludedFilesTest {
    @TempDir
    private Path folder;

    private Cli cli;

    @BeforeEach
    void anEmptyFolder() {
        cli = Cli.in(folder);
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static String job(String name) {
        return "jobs: {" + name + ": {when: '@daily', run: echo}}\n";
    }

    private void refuses(String message, String command) {
        assertEquals(new Cli.Answer(2, "", message), cli.line(command));
    }

    @Test
    void areFoundByAPatternInTheOrderOfTheirNamesWithoutHiddenOnes() throws IOException {
        write("conf/supertask.yaml", "include: ['*.yaml', jobs.d/*.yaml]\n");
        write("conf/extra.yaml", job("extra"));
        write("conf/jobs.d/b.yaml", job("b"));
        write("conf/jobs.d/a.yaml", job("a"));
        write("conf/jobs.d/.a.yaml.swp.yaml", "not this one");
        write("conf/jobs.d/README", "nor this one");
        Files.createDirectory(folder.resolve("conf/jobs.d/folder.yaml"));

        assertEquals(new Cli.Answer(0, "conf/supertask.yaml: 3 jobs, no mistakes\n", ""),
                cli.line("validate conf/supertask.yaml"));
        assertEquals(List.of("extra", "a", "b"),
                TimetableFileTest.read(folder, "conf/supertask.yaml").timetable().jobs()
                        .stream().map(Job::name).toList());
    }

    @Test
    void areNamedAsTheUserWouldTypeThem() throws IOException {
        write("conf/supertask.yaml", "include: ../shared/*.yaml\nenv-file: x.env\n");
        write("shared/a.yaml", "jobs: {a: {when: '@dayly', run: echo}}\n");
        write("conf/x.env", "A\n");

        refuses("""
                conf/x.env:1:1: this line has no "=" · write NAME=value, or "#" before a comment
                    1 | A
                      | ^
                shared/a.yaml:1:19: unknown macro "@dayly" · did you mean "@daily"?
                    1 | jobs: {a: {when: '@dayly', run: echo}}
                      |                   ^~~~~~
                """, "validate conf/supertask.yaml");
    }

    @Test
    void behindALinkAreNamedByTheirPaths() throws IOException {
        write("real/supertask.yaml", "include: a.yaml\n");
        write("real/a.yaml", "jobs: {a: {when: '@dayly', run: echo}}\n");
        Files.createSymbolicLink(folder.resolve("link.yaml"), folder.resolve("real/supertask.yaml"));

        refuses(folder.toRealPath() + """
                /real/a.yaml:1:19: unknown macro "@dayly" · did you mean "@daily"?
                    1 | jobs: {a: {when: '@dayly', run: echo}}
                      |                   ^~~~~~
                """, "validate link.yaml");
    }

    @Test
    void areMeantFromTheWorkingFolderInStandardInput() throws IOException {
        write("jobs.d/a.yaml", "jobs: {a: {when: '@daily', run: echo, env: {X: '${PORT}'}}}\n");
        write("jobs.d/.env", "PORT=80\n");

        assertEquals(new Cli.Answer(0, "<stdin>: 1 job, no mistakes\n", ""),
                cli.withInput("include: jobs.d/a.yaml").line("validate -"));
    }

    @Test
    void thatAreMissingAreToldWithTheNearestName() throws IOException {
        write("supertask.yaml",
                "include: [jobs.d/backpu.yaml, job.d/*.yaml, jobs.d, '~/x.yaml', '*/a.yaml', '[.yaml']\n");
        write("jobs.d/backup.yaml", job("a"));

        refuses("""
                supertask.yaml:1:11: there is no file "jobs.d/backpu.yaml" · did you mean "backup.yaml"?
                    1 | %1$s
                      |           ^~~~~~~~~~~~~~~~~~
                supertask.yaml:1:31: there is no folder "job.d/" · make it, or remove the pattern
                    1 | %1$s
                      |                               ^~~~~~~~~~~~
                supertask.yaml:1:45: "jobs.d" is a folder, no timetable
                    1 | %1$s
                      |                                             ^~~~~~
                supertask.yaml:1:53: "~" means a home folder only to a shell · write the absolute path
                    1 | %1$s
                      |                                                     ^~~~~~~~~~
                supertask.yaml:1:65: "*/a.yaml" is a pattern for folders · only the name behind the last "/" can be one; \
                name the folders
                    1 | %1$s
                      |                                                                 ^~~~~~~~~~
                supertask.yaml:1:77: "[.yaml" is no pattern · write a name with "*" and "?", such as *.yaml
                    1 | %1$s
                      |                                                                             ^~~~~~~~
                """
                .formatted(Files.readString(folder.resolve("supertask.yaml")).strip()), "validate");
    }

    @Test
    void thatAreNoTextAreToldWhereTheyAreIncluded() throws IOException {
        write("supertask.yaml", "include: jobs.d/*\n");
        Files.createDirectory(folder.resolve("jobs.d"));
        Files.write(folder.resolve("jobs.d/a"), new byte[]{0x7F, 'E', 'L', 'F', 0, 1});
        Files.write(folder.resolve("jobs.d/b"), new byte[]{(byte) 0xFF, (byte) 0xFE, 'j', 0});

        refuses("""
                supertask.yaml:1:10: jobs.d/a: this is a binary file, no timetable
                    1 | include: jobs.d/*
                      |          ^~~~~~~~
                supertask.yaml:1:10: jobs.d/b: the text is UTF-16 · save it as UTF-8
                    1 | include: jobs.d/*
                      |          ^~~~~~~~
                """, "validate");
    }
}
