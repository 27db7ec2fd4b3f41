package dev.supertask.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import dev.supertask.testkit.BuiltProgram;
import dev.supertask.testkit.RunningProgram;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Files of any name can be used in any locale, and jobs see the locale that the user has.
class LocaleTest {
    @TempDir
    private Path folder;
    private BuiltProgram program;

    @BeforeEach
    void aWorld() {
        program = new BuiltProgram(folder);
    }

    @ParameterizedTest
    @CsvSource({"env LC_ALL=C, =C", "env LC_ALL=, =", "env -u LC_ALL LANG=C, none", "env -i, none",
            "env -u LC_ALL LANG=xx_YY.UTF-8, none", "env LC_ALL=C.UTF-8, =C.UTF-8"})
    void usesFilesOfAnyName(String environment, String seen) throws Exception {
        Path place = Files.createDirectories(program.work().resolve("Pläne €/ä")).getParent();
        Files.writeString(place.resolve("lauf-ß.sh"), "#!/bin/sh\nprintf '%s' \"$0 $1\" >'ergebnis ü'\n");
        Files.writeString(place.resolve("zeitplan-ö.yaml"), """
                namespace: letters
                jobs:
                  here:
                    when: once
                    working-dir: ä
                    run: printf '%s' "$PWD ${LC_ALL+=}${LC_ALL-none} ${SUPERTASK_LC_ALL-none}" >hier
                  script:
                    when: once
                    script: lauf-ß.sh
                    args: [größe]
                """);

        var result = run(environment, "--store", folder.resolve("lager-å").toString(), "run", "--file",
                "Pläne €/zeitplan-ö.yaml");

        assertEquals(0, result.exit(), result::err);
        assertEquals(place + "/ä " + seen + " none", Files.readString(place.resolve("ä/hier")));
        assertEquals(place + "/lauf-ß.sh größe", Files.readString(place.resolve("ergebnis ü")));
        assertTrue(Files.isDirectory(folder.resolve("lager-å")));
        assertEquals("größe\n", run(environment, "--store", folder.resolve("lager-å").toString(), "run", "--exec",
                "--command", "echo größe").out());
    }

    @Test
    void startsWhatLiesInAFolderWhoseNameIsNoUtf8() throws Exception {
        var here = program.shell("""
                mkdir -p $'odd\\xff/in' && cd $'odd\\xff' && printf '#!/bin/sh\\necho $0' >$'s\\xfd.sh'
                printf 'jobs: {a: {when: once, run: pwd >out, working-dir: in}}' >supertask.yaml
                supertask run -- 'cmd:pwd' | cmp - <(pwd) && echo working folder
                supertask run -- $'file:s\\xfd.sh' | cmp - <(echo $PWD/$'s\\xfd.sh') && echo script
                supertask run 2>/dev/null; cd in; pwd | cmp - out && echo timetable
                """);

        assertEquals("working folder\nscript\ntimetable\n", here.out(), here::err);
    }

    @Test
    void refusesAStoreWhoseNameIsNoUtf8() throws Exception {
        var result = program.shell("supertask --store $'st\\xff' list-jobs");

        assertEquals(2, result.exit());
        assertEquals("supertask: the name of the store's folder \"" + program.work() + "/st\uFFFD\" is not UTF-8 · name"
                + " another one with --store or SUPERTASK_STORE\n", result.err());
    }

    private RunningProgram.Result run(String wrapper, String... arguments) throws Exception {
        try (RunningProgram running = program.startBehind(List.of(wrapper.split(" ", -1)), arguments)) {
            running.endInput();
            return running.result();
        }
    }
}
