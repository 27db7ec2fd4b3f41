package dev.supertask.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import dev.supertask.testkit.Cli;
import dev.supertask.testkit.Engines;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `supertask install-service`. Each unit that is written was read by systemd's own checker.
class InstallServiceTest {
    @TempDir
    private Path folder;
    private Cli cli = Cli.in(Path.of("/"));

    @BeforeEach
    void aWorld() throws IOException {
        Engines.require("systemd-analyze");
        cli = Cli.in(folder);
        assertTrue(Files.createFile(folder.resolve("supertask")).toFile().setExecutable(true));
    }

    @Test
    void writesATemplateForTheTimetablesOfAFolder() throws IOException {
        assertEquals(new Cli.Answer(0, """
                "%s/units/supertask@.service" is written. Next:

                  systemctl daemon-reload
                  systemctl enable --now supertask@NAME
                      runs /etc/supertask/NAME.yaml
                  systemctl status supertask@NAME
                """.formatted(folder), ""), cli.line("install-service --directory units --program supertask"));
        String unit = Files.readString(folder.resolve("units/supertask@.service"));
        assertTrue(unit.contains("\nExecStart=" + folder
                + "/supertask run --file %E/supertask/%i.yaml --detach-jobs --grace 10s\n"), unit);
        for (String line : new String[]{"Type=notify", "KillMode=process", "OOMPolicy=continue", "Delegate=yes",
                "SuccessExitStatus=143", "TimeoutStopSec=30s", "WatchdogSec=30s", "StateDirectory=supertask",
                "WantedBy=multi-user.target"}) {
            assertTrue(unit.contains("\n" + line + "\n"), line);
        }
        assertFalse(unit.contains("{{"), unit);
        assertTrue(unit.lines().noneMatch(line -> line.matches("(Protect|Private|NoNew|Restrict|SystemCall).*")),
                "jobs would inherit it");
    }

    @Test
    void writesAUnitOfAUserForOneTimetable() throws IOException {
        Path jobs = Files.createDirectories(folder.resolve("my $jobs 100%"));
        Files.writeString(jobs.resolve("night.yaml"), "jobs: {a: {when: '@daily', run: echo}}");
        assertEquals(new Cli.Answer(0, """
                "%s/home/systemd/user/supertask-night.service" is written. Next:

                  systemctl --user daemon-reload
                  systemctl --user enable --now supertask-night
                  systemctl --user status supertask-night
                """.formatted(folder), ""), cli.with("XDG_CONFIG_HOME", folder + "/home")
                .run("install-service", "--user", "--program", "supertask", "--file", "my $jobs 100%/night.yaml"));
        String unit = Files.readString(folder.resolve("home/systemd/user/supertask-night.service"));
        assertTrue(unit.contains("/supertask run --file \"" + folder + "/my $$jobs 100%%/night.yaml\" --detach-jobs"),
                unit);
        assertTrue(unit.contains("\nWantedBy=default.target\n"), unit);
        assertFalse(unit.contains("network-online"), "a user's manager has no such unit");
    }

    @Test
    void namesTheUnitOfTheUsualFileByItsFolder() throws IOException {
        Files.createDirectories(folder.resolve("shop"));
        Files.writeString(folder.resolve("shop/supertask.yaml"), "jobs: {a: {when: '@daily', run: echo}}");
        assertEquals("\"" + folder + "/units/supertask-shop.service\" is written. Next:",
                cli.line("install-service --directory units --program supertask --file shop/supertask.yaml").out()
                        .lines().findFirst().orElseThrow());
    }

    @Test
    void showsTheUnitWithoutWritingIt() {
        Cli.Answer answer = cli.line("install-service --print --program supertask");
        assertEquals(0, answer.exit());
        assertTrue(answer.out().contains("\nType=notify\n"), answer.out());
        assertFalse(Files.exists(folder.resolve("units")));
    }

    @Test
    void answersMistakes() throws IOException {
        mistake("there is no file \"nothing.yaml\" · a service runs a timetable that is there",
                "--file nothing.yaml --program supertask");
        mistake("\"nowhere\" is no program · name the supertask that the unit is to run", "--program nowhere");
        mistake("--name belongs to --file · the instances of the template have names of their own: "
                + "supertask@NAME.service runs /etc/supertask/NAME.yaml", "--name ops --program supertask");
        Files.writeString(folder.resolve("t.yaml"), "jobs: {a: {when: '@daily', run: echo}}");
        mistake("\"a/b\" cannot name a unit · choose letters, digits, \".\", \"_\" and \"-\" with --name",
                "--file t.yaml --name a/b --program supertask");
        Files.writeString(folder.resolve("wrong.yaml"), "jobs: {a: {when: '@dayly', run: echo}}");
        Cli.Answer wrong = cli.line("install-service --file wrong.yaml --program supertask --directory units");
        assertEquals(2, wrong.exit());
        assertTrue(wrong.err().startsWith("wrong.yaml:1:19: "), wrong.err());
        assertFalse(Files.exists(folder.resolve("units")));
    }

    private void mistake(String message, String options) {
        assertEquals(new Cli.Answer(2, "", "supertask: " + message + "\n"),
                cli.line("install-service --directory units " + options));
    }
}
